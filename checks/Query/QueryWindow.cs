using KedaStack.Resources.Views;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Checks.Query;

/// <summary>Compares the windows of queries to the scrape interval.</summary>
internal static class QueryWindow
{
    /// <summary>The selectors with a window of fewer scrapes than asked for, but of at least some.</summary>
    public static IEnumerable<(TriggerSelector Selected, string Window, string Interval)> ShorterThan(
        StackView stack, int scrapes, int butAtLeast) =>
        from selected in stack.TriggerSelectors
        let range = selected.Selector.Range ?? ""
        // A selector of other pods has another monitor.
        where selected.Targets.Any(target => selected.Selector.MaySelect(target.Labels))
        let interval = selected.Targets.Max(target => target.Interval)
        where PrometheusDuration.TryParse(range, out var window)
            && window > TimeSpan.Zero && window < scrapes * interval && window >= butAtLeast * interval
        select (selected, range, PrometheusDuration.Format(interval));
}

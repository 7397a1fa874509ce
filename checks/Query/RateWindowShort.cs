using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The rate window holds at least four scrapes.</summary>
internal sealed class RateWindowShort() : Check(new()
{
    Id = "rate-window-short",
    Severity = Severity.Warning,
    Title = "The rate window holds at least four scrapes",
    Failure = "an empty result and frozen replicas after a single failed scrape; replicas that jump",
    Cause = "With fewer samples one lost scrape leaves too few, and the rate is extrapolated from little.",
    Fix = "Make the window four scrape intervals long, or scrape more often.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from window in QueryWindow.ShorterThan(stack, scrapes: 4, butAtLeast: 2)
        select Found(window.Selected.ScaledObject, window.Selected.Path, $"[{window.Window}] with a scrape every {window.Interval}", "a window of four scrapes or more");
}

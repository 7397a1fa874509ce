using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The rate window holds at least two scrapes.</summary>
internal sealed class RateWindow() : Check(new()
{
    Id = "rate-window",
    Severity = Severity.Error,
    Title = "The rate window holds at least two scrapes",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`, always or sometimes",
    Cause = "A rate needs two samples in its window.",
    Fix = "Make the window at least two, preferably four scrape intervals long.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from window in QueryWindow.ShorterThan(stack, scrapes: 2, butAtLeast: 0)
        select Found(window.Selected.ScaledObject, window.Selected.Path, $"[{window.Window}] with a scrape every {window.Interval}", "a window of two scrapes or more");
}

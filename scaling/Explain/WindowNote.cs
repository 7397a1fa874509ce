using System.Globalization;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Hpa.Policies;

namespace KedaStack.Scaling.Explain;

/// <summary>Why a count moves a sync before its stabilization window is over, in a sentence.</summary>
internal static class WindowNote
{
    /// <summary>
    /// With behavior an entry exactly as old as the window does not count any more; without, it does
    /// (pkg/controller/podautoscaler, stabilizeRecommendationWithBehaviors and stabilizeRecommendation).
    /// </summary>
    public static IReadOnlyList<string> Of(ScalingExplanation explanation)
    {
        if (explanation.Case is not { Hpa.Behavior: { } behavior, Semantics.Hpa: { } semantics })
        {
            return [];
        }

        var sync = (long)semantics.SyncPeriod.TotalMilliseconds;
        var (up, down) = (ResolvedRules.Up(behavior.ScaleUp), ResolvedRules.Down(behavior.ScaleDown, semantics));
        (long Window, bool IsUp)[] windows = [(down.StabilizationWindowMilliseconds, false), (up.StabilizationWindowMilliseconds, true)];
        return [.. windows
            .Where(window => window.Window > sync && Times(explanation, window.IsUp).Contains(window.Window - sync))
            .Select(window => $"A window of {Seconds(window.Window)} holds for {Seconds(window.Window - sync)}: the proposal before the first sync is "
                + $"{Seconds(sync)} old then, and with behavior one exactly as old as the window no longer counts. Without behavior it does.")];
    }

    private static IEnumerable<long> Times(ScalingExplanation explanation, bool isUp)
    {
        var changes = explanation.Forecast.Changes.Where(change => change.To > change.From == isUp).Take(1).Select(change => change.AtMilliseconds);
        ValueEdge?[] edges = isUp ? [explanation.More, explanation.AtRest?.More] : [explanation.Less, explanation.AtRest?.Less];
        return [.. changes, .. edges.OfType<ValueEdge>().Select(edge => edge.AfterMilliseconds)];
    }

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture) + " s";
}

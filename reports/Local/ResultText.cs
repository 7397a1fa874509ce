using System.Globalization;
using KedaStack.Local;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Local;

/// <summary>What came of a run, in sentences.</summary>
internal static class ResultText
{
    /// <summary>The sentences, a line each.</summary>
    public static IEnumerable<string> Lines(LocalRunResult result)
    {
        var summary = RunSummary.Of(result);
        return [Heading(result), .. Steps(result), .. summary.Differences, .. summary.Requests];
    }

    /// <summary>What it was, in one line.</summary>
    public static string Heading(LocalRunResult result) =>
        $"Ran for {Shown.Time((long)result.Duration.TotalMilliseconds)}{(result.End == LocalRunEnd.Stopped ? ", then stopped" : "")}. {result.Metrics.Text}";

    /// <summary>The replicas of the run and of the prediction, a line each.</summary>
    public static IEnumerable<string> Steps(LocalRunResult result) =>
    [
        $"Run: {Steps(result.Plan.InitialReplicas, result.Decisions.Select(decision => decision.Decision))}",
        $"Simulation: {Steps(result.Plan.InitialReplicas, result.Comparison.Prediction.Decisions)}",
    ];

    private static string Steps(int first, IEnumerable<ScalingDecision> decisions) => string.Join(
        ", ",
        decisions.Select(decision => string.Create(CultureInfo.InvariantCulture, $"{decision.To} at {Shown.Time(decision.AtMilliseconds)}"))
            .Prepend(first.ToString(CultureInfo.InvariantCulture)));
}

using System.Text.Json;
using KedaStack.Scaling;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Search;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Scaling.Tuning;

/// <summary>Small problems to tune.</summary>
internal static class Problems
{
    public const string Burst = "0s:30, 3m:150, 8m:10";

    /// <summary>The demo's settings with pods that can serve twice the threshold.</summary>
    public static TuningProblem Of(params string[] traffics) => Of(Scenarios.DemoSettings, traffics);

    public static TuningProblem Of(ScalingSettings settings, params string[] traffics) => new()
    {
        Scenarios = [.. traffics.Select(traffic => Scenarios.Of(traffic, 20) with { Settings = settings, Pods = new PodModel { Capacity = 20 } })],
    };

    /// <summary>Tunes with few candidates.</summary>
    public static TuningResult Tune(this TuningProblem problem, int candidates = 150, ulong seed = 1) =>
        Tuner.Run(problem, Few(candidates, seed));

    public static TuningOptions Few(int candidates = 150, ulong seed = 1) =>
        new() { Candidates = candidates, Seed = seed, ConfirmationRuns = 2 };

    /// <summary>Everything that a result says, to compare two of them.</summary>
    public static string Text(TuningResult result) => JsonSerializer.Serialize(new
    {
        result.Candidates,
        result.IsAllowed,
        result.Bounds,
        result.Today,
        result.Recommended,
        result.Front,
        result.Effects,
    });
}

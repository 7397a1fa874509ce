using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Load.Recorded;

namespace KedaStack.Resources.Load;

/// <summary>Finds out what a <c>--traffic</c> is: a name, a file or an expression.</summary>
internal static class TrafficSource
{
    /// <summary>The load when nothing is said.</summary>
    public const string Default = "demo";

    private const string Option = "--traffic";

    // What the scale-in takes after the load has gone, with room: the rate window and the HPA's five minutes.
    private static readonly TimeSpan _afterLastChange = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    /// <summary>Makes the load.</summary>
    /// <param name="text">What was asked for.</param>
    /// <param name="seed">Which bursts.</param>
    /// <param name="reading">How a file is read.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives the reading of a file up.</param>
    /// <returns>Null after a problem.</returns>
    public static SimulatedTraffic? Read(
        string text, ulong seed, RecordingReading reading, ICollection<SettingsProblem> problems, ReadingProgress progress, CancellationToken cancellationToken)
    {
        if (NamedTraffic.Find(text, seed) is { } named)
        {
            return new SimulatedTraffic { Source = text, Traffic = named, Duration = NamedTraffic.Length(text) };
        }

        if (TrafficFile.IsFile(text))
        {
            return TrafficFile.Read(text, reading, problems, progress, cancellationToken);
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return Expression(text, problems);
        }

        var nearest = EditDistance.Nearest(text, NamedTraffic.Names);
        var names = string.Join(", ", NamedTraffic.Names);
        problems.Add(SettingsProblem.Create(
            Option, "is not a known traffic name", Quoted.Text(text),
            nearest is not null
                ? $"did you mean {nearest}? The names are {names}"
                : $"write one of {names}, or {TrafficExpression.Expected}, or a file such as trace.csv or trace.json"));
        return null;
    }

    private static SimulatedTraffic? Expression(string text, ICollection<SettingsProblem> problems)
    {
        if (TrafficExpression.TryParse(text, out var errors) is not { } traffic)
        {
            foreach (var error in errors)
            {
                problems.Add(new SettingsProblem(Option, error));
            }

            return null;
        }

        var end = TimeSpan.FromMilliseconds(traffic.Steps[^1].AtMilliseconds) + _afterLastChange;
        return new SimulatedTraffic { Source = text, Traffic = traffic, Duration = end > _hour ? end : _hour };
    }
}

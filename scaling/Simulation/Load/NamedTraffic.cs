namespace KedaStack.Scaling.Simulation.Load;

/// <summary>The loads that have a name, with the numbers of the public demo: 30 req/s and 150 req/s.</summary>
public static class NamedTraffic
{
    private const decimal Quiet = 30;
    private const decimal Busy = 150;

    private static readonly TimeSpan _begin = TimeSpan.FromMinutes(5);

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["steady", "step", "ramp", "demo", "spike", "diurnal", "bursty"];

    /// <summary>How long a run shows all of a load: a day of those that are about a day, else an hour.</summary>
    /// <param name="name">The name.</param>
    public static TimeSpan Length(string name) => name is "diurnal" or "bursty" ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1);

    /// <summary>A load by its name.</summary>
    /// <param name="name">The name, in small letters.</param>
    /// <param name="seed">Which bursts of <c>bursty</c>.</param>
    /// <returns>Null for another name.</returns>
    public static Traffic? Find(string name, ulong seed = 1) => name switch
    {
        "steady" => TrafficShape.Steady(Busy),
        "step" => TrafficShape.Step(Quiet, Busy, _begin),
        "ramp" => TrafficShape.Ramp(0, Busy, _begin, TimeSpan.FromMinutes(15)),
        "demo" => TrafficShape.Demo(),
        "spike" => TrafficShape.Spike(Quiet, Busy, _begin, TimeSpan.FromMinutes(1)),
        "diurnal" => TrafficShape.Diurnal(Busy),
        "bursty" => TrafficShape.Bursty(Quiet, TimeSpan.FromDays(1), seed),
        _ => null,
    };
}

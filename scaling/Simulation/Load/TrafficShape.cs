using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load;

/// <summary>Loads of a certain shape; rates in requests per second, with at most three decimals.</summary>
public static class TrafficShape
{
    private const int HoursPerDay = 24;
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    // A table instead of a sine: libraries of mathematics differ in the last bit.
    private static readonly int[] _percentOfPeakByHour =
        [20, 15, 12, 10, 10, 14, 25, 42, 62, 80, 90, 96, 100, 97, 92, 88, 84, 82, 80, 75, 65, 50, 38, 28];

    /// <summary>Always the same load.</summary>
    /// <param name="rate">The load.</param>
    public static Traffic Steady(decimal rate) => new TrafficBuilder().Step(0, Milli(rate)).Build();

    /// <summary>One jump.</summary>
    /// <param name="before">The load before.</param>
    /// <param name="after">The load after.</param>
    /// <param name="at">When; after 0.</param>
    public static Traffic Step(decimal before, decimal after, TimeSpan at) =>
        new TrafficBuilder().Step(0, Milli(before)).Step(at.WholeMilliseconds(), Milli(after)).Build();

    /// <summary>One slope.</summary>
    /// <param name="before">The load before.</param>
    /// <param name="after">The load after.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="to">When it ends; after its beginning.</param>
    public static Traffic Ramp(decimal before, decimal after, TimeSpan from, TimeSpan to) => new TrafficBuilder()
        .Step(0, Milli(before)).Step(from.WholeMilliseconds(), Milli(before)).Slope(to.WholeMilliseconds(), Milli(after)).Build();

    /// <summary>The public demo of five load generators: 30 req/s, from 5 minutes on 150 req/s, from 10 minutes on none.</summary>
    public static Traffic Demo() => new TrafficBuilder()
        .Step(0, Milli(30)).Step(5 * Minute, Milli(150)).Step(10 * Minute, 0).Build();

    /// <summary>A short peak.</summary>
    /// <param name="rate">The load before and after.</param>
    /// <param name="peak">The load of the peak.</param>
    /// <param name="at">When it begins; after 0.</param>
    /// <param name="duration">How long it lasts; above 0.</param>
    public static Traffic Spike(decimal rate, decimal peak, TimeSpan at, TimeSpan duration) => new TrafficBuilder()
        .Step(0, Milli(rate)).Step(at.WholeMilliseconds(), Milli(peak)).Step((at + duration).WholeMilliseconds(), Milli(rate)).Build();

    /// <summary>Days from midnight on, with a quiet night and the peak at noon, changing each minute.</summary>
    /// <param name="peak">The load at noon.</param>
    /// <param name="days">How many days; above 0.</param>
    public static Traffic Diurnal(decimal peak, int days = 1)
    {
        var builder = new TrafficBuilder();
        for (var at = 0L; at < days * HoursPerDay * Hour; at += Minute)
        {
            var (hour, within) = ((int)(at / Hour % HoursPerDay), at % Hour);
            var (from, to) = (_percentOfPeakByHour[hour], _percentOfPeakByHour[(hour + 1) % HoursPerDay]);
            builder.Step(at, Milli(peak) * ((from * Hour) + ((to - from) * within)) / (100 * Hour));
        }

        return builder.Build();
    }

    /// <summary>A load with bursts of 2 to 8 times its rate, 30 s to 3 minutes long, 1 to 10 minutes apart.</summary>
    /// <param name="rate">The load between the bursts.</param>
    /// <param name="duration">How long; it stays at its rate afterwards.</param>
    /// <param name="seed">Which bursts.</param>
    public static Traffic Bursty(decimal rate, TimeSpan duration, ulong seed)
    {
        var random = new SplitMix64(seed);
        var builder = new TrafficBuilder().Step(0, Milli(rate));
        var at = Minute + random.Below(9 * Minute);
        while (at < duration.WholeMilliseconds())
        {
            builder.Step(at, Math.Min(Milli(rate) * (20 + random.Below(61)) / 10, Traffic.MaximumRate * 1000L));
            at += 30_000 + random.Below(150_001);
            builder.Step(at, Milli(rate));
            at += Minute + random.Below(9 * Minute);
        }

        return builder.Build();
    }

    private static long Milli(decimal rate) => (long)(rate * 1000);
}

namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>rate() of Prometheus 3 as the specification's section (a.2) words it, over all samples ever.</summary>
internal static class ReferenceRate
{
    public static double? Evaluate(IEnumerable<(long Time, double Value)> samples, long at, long window, long lag)
    {
        var used = samples.Where(sample => sample.Time > at - window && sample.Time <= at - lag).ToArray();
        if (used.Length < 2)
        {
            return null;
        }

        var increase = used[^1].Value - used[0].Value;
        for (var i = 1; i < used.Length; i++)
        {
            increase += used[i].Value < used[i - 1].Value ? used[i - 1].Value : 0;
        }

        var span = (used[^1].Time - used[0].Time) / 1000.0;
        var average = span / (used.Length - 1);
        var toStart = (used[0].Time - (at - window)) / 1000.0;
        var toEnd = (at - used[^1].Time) / 1000.0;
        var toZero = increase > 0 ? span * (used[0].Value / increase) : double.PositiveInfinity;
        toStart = Math.Min(toStart >= average * 1.1 ? average / 2 : toStart, toZero);
        toEnd = toEnd >= average * 1.1 ? average / 2 : toEnd;
        return increase * ((span + toStart + toEnd) / span / (window / 1000.0));
    }
}

using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Rates;

/// <summary>The first level: from the stored samples and a query's time to the value that KEDA got.</summary>
public static class RateLevel
{
    /// <summary>Compares every query that was answered with a vector.</summary>
    /// <param name="loop">The loop.</param>
    public static RateComparison Compare(RecordedLoop loop)
    {
        var semantics = LoopSemantics.Of(loop.Versions);
        var query = SpecTimeline.Of(loop).Take(1)
            .SelectMany(version => ScaledObjectReader.Read(version, loop.Name, semantics.Keda).Triggers.OfType<PrometheusTrigger>())
            .Select(trigger => trigger.Query).FirstOrDefault();
        if (query is null)
        {
            return new RateComparison(0, []);
        }

        var prometheus = new RecordedPrometheus(loop, QueryExpression.Parse(query), semantics.Engine);
        var (queries, different) = (0, new List<RateDifference>());
        foreach (var asked in loop.Queries)
        {
            if (asked is not { Values: { } values, EvaluatedAtMilliseconds: { } at })
            {
                continue;
            }

            queries++;
            var computed = prometheus.Evaluate(at, asked.AtMilliseconds);
            if (!AreEqual(values, computed))
            {
                different.Add(new RateDifference(asked.AtMilliseconds, values, computed));
            }
        }

        return new RateComparison(queries, different);
    }

    private static bool AreEqual(IReadOnlyList<double> recorded, double? computed) => computed is { } value
        ? recorded is [var only] && Math.Abs(only - value) <= RateComparison.Tolerance * Math.Max(Math.Abs(only), Math.Abs(value))
        : recorded.Count == 0;
}

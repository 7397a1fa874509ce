using KedaStack.Local.Load;
using KedaStack.Local.Metrics;
using KedaStack.Local.Pods;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>Adds up where every request went.</summary>
internal static class RequestCount
{
    /// <summary>The account of a run.</summary>
    /// <param name="generators">The accounts of the load generators; null for one that could not give one.</param>
    /// <param name="replicas">All replicas that there were; they have ended.</param>
    /// <param name="scraped">What Prometheus saw, by the name of the replica; null when it did not answer.</param>
    /// <param name="probes">The probes.</param>
    public static RequestAccount Of(
        IReadOnlyList<GeneratorReport?> generators,
        IReadOnlyList<Pod> replicas,
        IReadOnlyDictionary<string, ScrapedPod>? scraped,
        long probes)
    {
        var known = generators.OfType<GeneratorReport>().ToList();
        var (served, silent, unscraped) = (0L, 0, 0L);
        foreach (var replica in replicas)
        {
            var seen = scraped?.GetValueOrDefault(replica.Place.Name)?.Requests ?? 0;
            var ends = replica.Ends;
            var said = ends.Sum(end => end.Served ?? 0);
            var isSilent = ends.Any(end => end.Served is null);
            silent += ends.Count(end => end.Served is null);
            served += isSilent ? Math.Max(said, seen) : said;
            unscraped += isSilent ? 0 : Math.Max(0, said - seen);
        }

        return new RequestAccount
        {
            Sent = known.Sum(report => report.Sent),
            Answered = known.Sum(report => report.Ok),
            Dropped = known.Sum(report => report.Dropped),
            Failed = known.SelectMany(report => report.Failed).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(count => count.Value)),
            SilentGenerators = generators.Count - known.Count,
            Served = served,
            SilentReplicas = silent,
            Scraped = scraped?.Values.Sum(replica => replica.Requests),
            Unscraped = unscraped,
            Probes = probes,
        };
    }
}

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>How long to wait before a retry.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    /// <summary>
    /// The wait: the first one doubled with each retry up to the longest, half of it left to chance, so that many clients
    /// do not come back together. What the server asks for is waited for at least, and the chance comes on top.
    /// </summary>
    /// <param name="retry">Which retry, from 0.</param>
    /// <param name="retryAfter">What the server asks for; null for nothing.</param>
    /// <param name="chance">From 0 to below 1.</param>
    /// <param name="options">How often and how long.</param>
    /// <returns>Null: there is no retry any more, or the server asks for too much.</returns>
    public static TimeSpan? Delay(int retry, TimeSpan? retryAfter, double chance, PrometheusClientOptions options)
    {
        if (retry >= options.Retries || retryAfter > options.LongestBackOff)
        {
            return null;
        }

        var doubled = options.FirstBackOff * Math.Pow(2, Math.Min(retry, MostDoublings));
        var half = (doubled < options.LongestBackOff ? doubled : options.LongestBackOff) / 2;
        return (retryAfter is { } asked && asked > half ? asked : half) + (half * chance);
    }
}

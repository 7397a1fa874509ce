using System.Globalization;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

/// <summary>Clients as tests need them, and what servers answer.</summary>
internal static class Clients
{
    public const string Query = "sum(rate(http_requests_total{job=\"sample-app\"}[2m]))";

    public static readonly DateTimeOffset Time = new(2026, 9, 22, 9, 59, 30, TimeSpan.Zero);

    /// <summary>Longer than any wait, so that a clock that skips waits does not end requests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static PrometheusClientOptions Options(LocalServer server) => Options(server.Address);

    public static PrometheusClientOptions Options(PrometheusAddress address) =>
        new() { Address = address, Timeout = Patience, TokenTimeout = Patience };

    /// <summary>A client with a clock that skips waits, and a chance that is always the same.</summary>
    public static HttpPrometheusClient Create(PrometheusClientOptions options, ManualTime? time = null, double chance = 0) =>
        new(options, time ?? new ManualTime(Patience), new FixedChance(chance));

    /// <summary>A client that sends through a handler.</summary>
    public static HttpPrometheusClient Create(PrometheusClientOptions options, HttpMessageHandler handler, ManualTime? time = null) =>
        new(options, time ?? new ManualTime(Patience), new FixedChance(0), handler);

    public static Task<InstantQueryResult> AskAsync(this IPrometheusClient client, CancellationToken cancellationToken = default) =>
        client.QueryAsync(Query, Time, cancellationToken);

    public static PrometheusAddress Address(string text) => PrometheusAddress.Read(text).Address!;

    /// <summary>An answer with one element.</summary>
    public static string Vector(double value) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1790071170,"{{{value}}}"]}]}}""");

    private sealed class FixedChance(double chance) : Random
    {
        public override double NextDouble() => chance;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>Asks a Prometheus outside the cluster the queries of ScaledObjects: the one that is named, else a managed workspace.</summary>
internal static class QueryReads
{
    private const int Most = 20;

    /// <summary>Asks the triggers' queries, but those inside the cluster, and adds the answers under their addresses, without any token.</summary>
    /// <param name="answers">The answers, with the ScaledObjects.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="address">The Prometheus that is named; null to ask each managed workspace that a trigger asks.</param>
    /// <param name="timeout">How long each may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task AddAsync(
        AnswerSet answers, string ns, PrometheusAddress? address, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken) =>
        AskAsync(
            answers,
            answers.Items(ApiPath.ScaledObjects(ns)).SelectMany(one => one.Objects("spec.triggers")).Where(trigger => trigger.Text("type") == "prometheus")
                .Select(trigger => (Address: address ?? Managed(trigger.Text("metadata.serverAddress")), Query: trigger.Text("metadata.query") ?? "")),
            timeout, time, cancellationToken);

    /// <summary>Asks further queries where the triggers' own are asked: those inside the cluster through the API server, too.</summary>
    /// <param name="answers">Gets the answers.</param>
    /// <param name="wanted">The addresses of the triggers, and the queries.</param>
    /// <param name="cluster">Asks the API server.</param>
    /// <param name="address">The Prometheus that is named; null for the triggers' own.</param>
    /// <param name="timeout">How long each may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(
        AnswerSet answers, IReadOnlyList<(string ServerAddress, string Query)> wanted, IApiReader cluster, PrometheusAddress? address, TimeSpan timeout, TimeProvider time,
        CancellationToken cancellationToken)
    {
        foreach (var path in wanted.Where(_ => address is null).Select(one => ReadPlan.Proxied(one.ServerAddress, one.Query)).OfType<string>().Distinct())
        {
            answers.Add(await cluster.GetAsync(path, timeout, cancellationToken).ConfigureAwait(false));
        }

        await AskAsync(answers, wanted.Select(one => (address ?? Managed(one.ServerAddress), one.Query)), timeout, time, cancellationToken).ConfigureAwait(false);
    }

    private static async Task AskAsync(
        AnswerSet answers, IEnumerable<(PrometheusAddress? Address, string Query)> queriesOfAddresses, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var wanted = queriesOfAddresses.Where(one => one.Address is not null && one.Query.Length > 0).Distinct().Take(Most).GroupBy(one => one.Address!, one => one.Query).ToList();
        // One client for each address: whose sign-in takes as long as all of its queries.
        foreach (var queries in wanted)
        {
            var at = queries.Key;
            var options = new PrometheusClientOptions
            {
                Address = at,
                Timeout = timeout,
                TokenTimeout = timeout,
                Retries = 0,
                Credential = at.ManagedScope is not null ? AzureCredential.Create() : null,
            };
            using var client = PrometheusChoice.Connect(options);
            foreach (var query in queries)
            {
                var result = await client.QueryAsync(query, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                answers.Add(new ClusterAnswer(
                    $"{at}/api/v1/query?query={Uri.EscapeDataString(query)}", result.Response?.HttpStatus ?? result.Error?.HttpStatus, "application/json",
                    (long)result.Took.TotalMilliseconds, Json(result.Body), Problem: result.Error?.Message));
            }
        }
    }

    private static PrometheusAddress? Managed(string? text) => text is not null && PrometheusAddress.Read(text).Address is { ManagedScope: not null } address ? address : null;

    private static JsonNode? Json(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

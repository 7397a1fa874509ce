using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>A live cluster where a file may stand: <c>cluster:[namespace[/name]][@context]</c>.</summary>
/// <param name="Namespace">The namespace; null for the context's.</param>
/// <param name="Name">The name of the ScaledObject or HPA that is meant; null for all.</param>
/// <param name="Context">The context; null for the current one.</param>
internal sealed record ClusterReference(string? Namespace, string? Name, string? Context)
{
    /// <summary>What such a reference begins with.</summary>
    public const string Prefix = "cluster:";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    /// <summary>What people write; what Kubernetes makes of it is left out.</summary>
    private static readonly HashSet<string> _left = ["Pod", "ReplicaSet", "Event", "APIService", "ValidatingWebhookConfiguration", "CustomResourceDefinition", "PodMetrics"];

    /// <summary>Whether a path is such a reference.</summary>
    public static bool Is(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A reference with a context, unless it has one or is a file.</summary>
    public static string With(string path, string? context) => Is(path) && context is not null && !path.Contains('@', StringComparison.Ordinal) ? $"{path}@{context}" : path;

    /// <summary>Reads a reference.</summary>
    public static ClusterReference Parse(string path)
    {
        var text = path[Prefix.Length..];
        var (place, context) = text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
        var parts = place.Split('/', 2);
        return new ClusterReference(parts[0].Length > 0 ? parts[0] : null, parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, context is { Length: > 0 } ? context : null);
    }

    /// <summary>The objects as the text of a file with a list.</summary>
    /// <returns>The text; or why there is none.</returns>
    public async Task<(string? Text, string? Problem)> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = new List<SettingsProblem>();
        using var cluster = await KubeconfigCluster.OpenAsync(Context, null, _timeout, problems, cancellationToken).ConfigureAwait(false);
        if (cluster is null)
        {
            return (null, problems[0].Message);
        }

        var ns = Namespace ?? cluster.Namespace;
        var answers = await new ReadPlan(cluster.Reader, _timeout, TimeProvider.System).ReadObjectsAsync(ns, cancellationToken).ConfigureAwait(false);
        if (answers.Get(ApiPath.Namespace(ns)).IsMissing)
        {
            return (null, SettingsProblem.Describe("names no namespace of this cluster", Quoted.Text(ns), "see kubectl get namespaces"));
        }

        var (scaledObjects, hpas) = (answers.Get(ApiPath.ScaledObjects(ns)), answers.Get(ApiPath.Hpas(ns)));
        if (Name is not null && !scaledObjects.IsUnread && !hpas.IsUnread
            && !answers.Items(scaledObjects.Path).Concat(answers.Items(hpas.Path)).Any(one => one.Text("metadata.name") == Name))
        {
            return (null, SettingsProblem.Describe($"names no ScaledObject and no HPA of namespace {ns}", Quoted.Text(Name), $"see kubectl -n {ns} get scaledobjects,hpa"));
        }

        return !answers.All.Any(answer => answer.IsOk) || scaledObjects is { IsUnread: true, IsMissing: false }
            ? (null, SettingsProblem.Describe("cannot be read", scaledObjects.WhyUnread, "see what kubectl get scaledobjects says; kedastack doctor --rbac prints the rights that are needed"))
            : (MachineJson.Write(Text(answers, ns)), null);
    }

    /// <summary>The objects that people write, without what the server adds.</summary>
    private JsonObject Text(AnswerSet answers, string ns)
    {
        var items = answers.All.Where(answer => answer.IsOk && (ApiPath.NamespaceOf(answer.Path) ?? ns) == ns)
            .SelectMany(answer => answer.Body is JsonObject body && body["items"] is JsonArray ? answers.Items(answer.Path) : [(JsonObject)answer.Body!])
            .Where(one => one.Text("kind") is { } kind && one.Text("metadata.name") is not null && !_left.Contains(kind) && IsMeant(one));
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "List",
            ["items"] = new JsonArray([.. items.Select(one =>
            {
                var copy = (JsonObject)one.DeepClone();
                (copy["metadata"] as JsonObject)?.Remove("managedFields");
                return (JsonNode)copy;
            })]),
        };
    }

    private bool IsMeant(JsonObject one) => one.Text("kind") switch
    {
        "ScaledObject" => Name is null || one.Text("metadata.name") == Name,
        // An HPA that KEDA made is its ScaledObject's, unless it is asked for.
        "HorizontalPodAutoscaler" => Name is null ? !one.Objects("metadata.ownerReferences").Any(owner => owner.Text("kind") == "ScaledObject") : one.Text("metadata.name") == Name,
        _ => true,
    };
}

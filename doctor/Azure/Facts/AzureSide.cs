using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>What Azure says of a cluster, as far as it was read. What was not read is absent, never guessed.</summary>
internal sealed class AzureSide
{
    private readonly ArmAnswers _azure;
    private IReadOnlyList<DataRule>? _rules;
    private IReadOnlyList<Workspace>? _workspaces;

    /// <summary>Reads what the answers hold of it.</summary>
    public AzureSide(AnswerSet answers)
    {
        _azure = new ArmAnswers(answers);
        ClusterRead = Id is null ? ClusterAnswer.NotAsked("") : _azure.Get(ArmPath.Cluster(Id));
    }

    /// <summary>The cluster; null where it is not known which one it is, or that it is AKS at all.</summary>
    public ArmId? Id => _azure.Cluster;

    /// <summary>How the read of the cluster went.</summary>
    public ClusterAnswer ClusterRead { get; }

    /// <summary>The cluster's properties; null where they were not read.</summary>
    public JsonNode? Cluster => ClusterRead.IsOk ? ClusterRead.Body.At("properties") : null;

    /// <summary>The issuer of the tokens of its service accounts; null where there is none, or it was not read.</summary>
    public string? Issuer => Cluster.Text("oidcIssuerProfile.issuerURL");

    /// <summary>Where the cluster's metrics go: the rules of managed Prometheus that it is associated with. Null where not all of it was read.</summary>
    public IReadOnlyList<DataRule>? Rules => Associations.IsOk && RulesRead.All(rule => rule.IsRead) ? [.. RulesRead.Where(rule => rule.IsPrometheus)] : null;

    /// <summary>The rules as far as they were read, those of other products, too.</summary>
    public IReadOnlyList<DataRule> RulesRead => _rules ??=
    [
        .. Associations.Body.Objects("value").Select(one => one.Text("properties.dataCollectionRuleId")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(id => DataRule.Of(id, _azure.Get(ArmPath.Rule(id)))),
    ];

    /// <summary>How the read of the associations went.</summary>
    public ClusterAnswer Associations => Id is null ? ClusterAnswer.NotAsked("") : _azure.Get(ArmPath.Associations(Id));

    /// <summary>The workspaces that were read: those that the cluster sends to, and those of the subscription that a trigger asks.</summary>
    public IReadOnlyList<Workspace> Workspaces => _workspaces ??=
    [
        .. _azure.All.Where(answer => answer.IsOk).SelectMany(answer => answer.Body is { } body && body.At("value") is JsonArray ? body.Objects("value") : answer.Body is JsonObject one ? [one] : [])
            .Select(Workspace.Of).OfType<Workspace>().DistinctBy(one => one.Id.ToString(), StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The workspaces that the cluster sends to, as far as they were read.</summary>
    public IReadOnlyList<Workspace> Destinations =>
        [.. Workspaces.Where(workspace => RulesRead.Any(rule => rule.IsPrometheus && rule.Accounts.Any(workspace.Id.Is)))];

    /// <summary>The node pools; empty where they were not read.</summary>
    public IReadOnlyList<NodePool> NodePools => Id is null ? [] : [.. Get(ArmPath.NodePools(Id)).Body.Objects("value").Select(NodePool.Of)];

    /// <summary>The answer to a path.</summary>
    public ClusterAnswer Get(string path) => _azure.Get(path);

    /// <summary>Whether a path was asked for.</summary>
    public bool Has(string path) => _azure.Has(path);

    /// <summary>Why nothing is known of the cluster; null where it was read, and where nobody tried.</summary>
    public string? WhyUnread => Id is not null ? ClusterRead.IsOk ? null : Why(ClusterRead)
        : _azure.All.FirstOrDefault(answer => answer.Path.Contains($"/providers/{ArmPath.ClusterType}?", StringComparison.OrdinalIgnoreCase)) is not { } list ? null
        : list.IsOk ? "no AKS cluster that your account sees has these nodes: name it with --cluster-id" : Why(list);

    /// <summary>Why an answer is none, in a few words.</summary>
    public static string Why(ClusterAnswer answer) => answer switch
    {
        { Status: 401 } => $"Azure does not take the token (401{(answer.Body.Text("error.code") is { } code ? $" {code}" : "")}): run az login",
        { Status: 403 } => $"your account may not read it ({answer.Body.Text("error.code") ?? "403"}): it needs the role Reader",
        { IsMissing: true } => "Azure knows no such resource (404)",
        _ => answer.WhyUnread,
    };
}

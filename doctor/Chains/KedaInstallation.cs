using System.Text.Json.Nodes;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Chains;

/// <summary>KEDA's own Deployments and what runs of them.</summary>
internal sealed class KedaInstallation
{
    /// <summary>The label that the operator's Deployment and pods carry.</summary>
    public const string OperatorName = "keda-operator";

    /// <summary>The label of the metrics adapter's; its Service has this name, too.</summary>
    public const string AdapterName = "keda-operator-metrics-apiserver";

    /// <summary>The label of the webhooks'.</summary>
    public const string WebhooksName = "keda-admission-webhooks";

    private const string NameLabel = "app.kubernetes.io/name";
    private const string VersionLabel = "app.kubernetes.io/version";
    private const string AddOnNamespace = "kube-system";
    private const string ManagedByLabel = "kubernetes.azure.com/managedby";
    private const string AddOnRegistry = "mcr.microsoft.com/";

    private readonly AnswerSet _answers;
    private readonly IReadOnlyList<JsonObject> _deployments;

    /// <summary>Reads what the answers hold of it.</summary>
    public KedaInstallation(AnswerSet answers)
    {
        _answers = answers;
        _deployments = KedaDeployments.Of(answers);
        Read = answers.Get(ApiPath.KedaDeployments);
        Operators = Of(OperatorName);
    }

    /// <summary>How the read of the Deployments of all namespaces went.</summary>
    public ClusterAnswer Read { get; }

    /// <summary>The operators, each of an installation.</summary>
    public IReadOnlyList<JsonObject> Operators { get; }

    /// <summary>The Deployments of a name, which their label tells.</summary>
    public IReadOnlyList<JsonObject> Of(string name) =>
        [.. _deployments.Where(one => one.Map("metadata.labels").GetValueOrDefault(NameLabel) == name || one.Text("metadata.name") == name)];

    /// <summary>The namespaces that hold something of KEDA.</summary>
    public IReadOnlyList<string> Namespaces => [.. _deployments.Select(one => one.Text("metadata.namespace") ?? "").Distinct()];

    /// <summary>The pods of a Deployment of KEDA, which were read.</summary>
    public IReadOnlyList<JsonObject> Pods(JsonObject deployment) =>
    [
        .. _answers.Items(ApiPath.Core(deployment.Text("metadata.namespace") ?? "", "pods"))
            .Where(pod => LabelSelector.Matches(deployment.At("spec.selector"), pod.Map("metadata.labels")) && !LabelSelector.IsEmpty(deployment.At("spec.selector"))),
    ];

    /// <summary>The service account that an operator runs as; null where it was not read.</summary>
    public JsonObject? ServiceAccount(JsonObject deployment) =>
        _answers.Items(ApiPath.Core(deployment.Text("metadata.namespace") ?? "", "serviceaccounts"))
            .FirstOrDefault(account => account.Text("metadata.name") == (deployment.Text("spec.template.spec.serviceAccountName") ?? OperatorName));

    /// <summary>
    /// Whether a Deployment has no pod and will have none by itself. While one is rolled out its counts prove nothing: what was read in
    /// the first second is not how it is now.
    /// </summary>
    public static bool IsDown(JsonObject deployment)
    {
        var progress = Chain.Condition(deployment, "Progressing");
        var isRollingOut = progress.Text("status") == "True" && progress.Text("reason") is "NewReplicaSetCreated" or "ReplicaSetUpdated" or "FoundNewReplicaSet";
        return deployment.Number("spec.replicas") == 0 || ((deployment.Number("status.availableReplicas") ?? 0) == 0 && !isRollingOut);
    }

    /// <summary>Whether AKS installed a Deployment, as its add-on, and changes its version with the cluster's.</summary>
    public static bool IsAddOn(JsonObject deployment) => deployment.Text("metadata.namespace") == AddOnNamespace
        && (deployment.Map("metadata.labels").GetValueOrDefault(ManagedByLabel) == "aks"
            || deployment.Text("spec.template.spec.containers[0].image")?.StartsWith(AddOnRegistry, StringComparison.Ordinal) == true);

    /// <summary>The version of a Deployment: the tag of its image, else its label.</summary>
    public static KedaVersion? VersionOf(JsonObject deployment) => VersionTextOf(deployment) is { } text ? KedaVersion.TryParse(text) : null;

    /// <summary>The version of a Deployment as it is written; null for none.</summary>
    public static string? VersionTextOf(JsonObject deployment)
    {
        // A digest may follow the tag, and a registry may have a port.
        var image = (deployment.Text("spec.template.spec.containers[0].image") ?? "").Split('@')[0];
        var tag = image.LastIndexOf(':') is >= 0 and var colon && image.IndexOf('/', colon) < 0 ? image[(colon + 1)..].TrimStart('v') : "";
        return KedaVersion.TryParse(tag) is not null ? tag : deployment.Map("metadata.labels").GetValueOrDefault(VersionLabel);
    }
}

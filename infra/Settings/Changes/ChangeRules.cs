using System.Globalization;
using System.Text.Json.Nodes;

namespace KedaStack.Infra.Settings.Changes;

/// <summary>Every change of a running stack that is more than an update in place, or less.</summary>
public static class ChangeRules
{
#pragma warning disable CS1591 // type tokens
    public const string ResourceGroup = "azure-native:resources:ResourceGroup";
    public const string Cluster = "azure-native:containerservice:ManagedCluster";
    public const string Workspace = "azure-native:monitor:AzureMonitorWorkspace";
    public const string Credential = "azure-native:managedidentity:FederatedIdentityCredential";
    public const string Release = "kubernetes:helm.sh/v3:Release";
#pragma warning restore CS1591

    private const string KedaAddOn = "workloadAutoScalerProfile.keda.enabled";
    private const string NodePool = "agentPoolProfiles[0]";
    private const string Docs = "docs/changes.md";

    /// <summary>The rules, in the order of the table.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new()
        {
            Change = "`kedaInstallation` from `helm` to `addon` or `existing`",
            Settings = ["kedaInstallation"],
            Effect = ChangeEffect.Refuse,
            Consequence = "AKS refuses its add-on beside the chart, or the chart's custom resource definitions go with its release, and with them every ScaledObject of the cluster",
            Way = $"move KEDA by hand first ({Docs}, From the chart to the add-on)",
            Description = $"A stack that is deployed keeps its KEDA: a change is refused until KEDA has been moved by hand ({Docs}).",
            Updates = [new(Cluster, KedaAddOn, (before, after) => !IsTrue(before, KedaAddOn) && IsTrue(after, KedaAddOn))],
            Losses = [new(Release, LossKinds.Removal, Replaceable.Keda) { With = Cluster }],
        },
        new()
        {
            Change = "`kedaInstallation` from `addon` to `helm` or `existing`",
            Settings = [],
            Effect = ChangeEffect.Refuse,
            Consequence = "the chart cannot take over what the add-on made (Helm: invalid ownership metadata)",
            Way = $"move KEDA by hand first ({Docs}, From the add-on to the chart)",
            Description = "",
            Updates = [new(Cluster, KedaAddOn, (before, after) => IsTrue(before, KedaAddOn) && !IsTrue(after, KedaAddOn))],
        },
        new()
        {
            Change = "`kedaNamespace`",
            Settings = ["kedaNamespace"],
            Effect = ChangeEffect.Refuse,
            Consequence = "a second release cannot own KEDA's cluster-wide objects, which still carry the annotations of the first (Helm: invalid ownership metadata)",
            Way = $"move the release by hand ({Docs}, To another namespace), then list keda in allowReplacement for one update",
            Description = $"Once deployed, a change is refused until the release has been moved by hand ({Docs}).",
            Updates = [new(Credential, "subject", IsAnotherNamespace) { AllowedBy = Replaceable.Keda }],
            Losses = [new(Release, LossKinds.Replacement, Replaceable.Keda) { With = Cluster }],
        },
        new()
        {
            Change = "`monitorLocation`, `location`, `namePrefix` or `resourceGroup`: the Azure Monitor workspace",
            Settings = ["monitorLocation"],
            Effect = ChangeEffect.Replace,
            Consequence = "deletes the metrics, up to 18 months of them",
            Way = "set the settings back, or list workspace in allowReplacement if the metrics may go",
            Description = "A change replaces the workspace, which deletes the metrics: refused unless allowReplacement lists workspace.",
            Losses = [new(Workspace, LossKinds.Replacement, Replaceable.Workspace)],
        },
        new()
        {
            Change = "`existingWorkspace` or `prometheusUrl` on a stack that made its own workspace",
            Settings = ["existingWorkspace", "prometheusUrl"],
            Effect = ChangeEffect.Refuse,
            Consequence = "the stack deletes the workspace that it made, and with it up to 18 months of metrics",
            Way = $"deploy a new stack for what exists, or take the workspace out of the state first ({Docs}, From created to given)",
            Description = $"On a stack that made its own workspace it is refused, since that one would be deleted ({Docs}).",
            Losses = [new(Workspace, LossKinds.Removal, Replaceable.Workspace)],
        },
        new()
        {
            Change = "`location`, `namePrefix` or `resourceGroup`: the cluster",
            Settings = ["location", "namePrefix", "resourceGroup"],
            Effect = ChangeEffect.Replace,
            Consequence = "deletes the cluster and everything in it",
            Way = "set the settings back, or list cluster in allowReplacement if the cluster may go",
            Description = "A change replaces the cluster and deletes the metrics: refused unless allowReplacement lists cluster and workspace.",
            Losses = [new(Cluster, LossKinds.Replacement, Replaceable.Cluster)],
        },
        new()
        {
            Change = "`existingCluster` or `kubeContext` on a stack that made its own cluster",
            Settings = ["existingCluster", "kubeContext"],
            Effect = ChangeEffect.Refuse,
            Consequence = "the stack deletes the cluster that it made, and everything in it",
            Way = $"deploy a new stack for what exists, or take the cluster out of the state first ({Docs}, From created to given)",
            Description = $"On a stack that made its own cluster it is refused, since that one would be deleted ({Docs}).",
            Losses = [new(Cluster, LossKinds.Removal, Replaceable.Cluster)],
        },
        new()
        {
            Change = "`sku`",
            Settings = ["sku"],
            Effect = ChangeEffect.Refuse,
            Consequence = "Azure makes no Automatic cluster of a Base one, and the way back needs a system pool of one's own first",
            Way = "set sku back, or deploy a new stack",
            Description = "Azure refuses a change on a cluster that is there: deploy a new stack.",
            Updates = [Differs(Cluster, "sku.name")],
        },
        new()
        {
            Change = "`nodeVmSize`",
            Settings = ["nodeVmSize"],
            Effect = ChangeEffect.Refuse,
            Consequence = "Azure cannot change the VM size of a node pool at this API version (PropertyChangeNotAllowed)",
            Way = "set it back and add a node pool of the new size (az aks nodepool add), or deploy a new stack",
            Description = "Azure refuses a change on a cluster that is there: add a node pool, or deploy a new stack.",
            Updates = [Differs(Cluster, $"{NodePool}.vmSize")],
        },
        new()
        {
            Change = "`zones`",
            Settings = ["zones"],
            Effect = ChangeEffect.Refuse,
            Consequence = "Azure cannot change the availability zones of a node pool",
            Way = "set them back and add a node pool in the new zones (az aks nodepool add), or deploy a new stack",
            Description = "Azure refuses a change on a cluster that is there: add a node pool, or deploy a new stack.",
            Updates = [Differs(Cluster, $"{NodePool}.availabilityZones")],
        },
        new()
        {
            Change = "`access` from `entra` to `localAccounts`",
            Settings = ["access"],
            Effect = ChangeEffect.Refuse,
            Consequence = "Azure cannot take Entra ID off a cluster again",
            Way = "set access back to entra, or deploy a new stack",
            Description = "Azure refuses the way back from entra to localAccounts: deploy a new stack.",
            Updates = [new(Cluster, "aadProfile", (before, after) => before["aadProfile"] is not null && after["aadProfile"] is null)],
        },
        new()
        {
            Change = "`nodeCountMin` above, or `nodeCountMax` below, the node count that was deployed",
            Settings = ["nodeCountMin", "nodeCountMax"],
            Effect = ChangeEffect.Refuse,
            Consequence = $"the pool's node count is ignored after its creation, so that {{{NodePool}.count}} is sent, and Azure refuses a count outside of {{{NodePool}.minCount}} to {{{NodePool}.maxCount}}",
            Way = $"run `az aks nodepool update --resource-group {{resourceGroupName}} --cluster-name {{resourceName}} --name {{{NodePool}.name}} --update-cluster-autoscaler --min-count {{{NodePool}.minCount}} --max-count {{{NodePool}.maxCount}}` first, and `pulumi refresh` once the count has followed",
            Description = "Azure refuses bounds that leave the node count that was deployed outside: `az aks nodepool update`, then `pulumi refresh`, come first.",
            Updates =
            [
                new(Cluster, $"{NodePool}.minCount", (_, after) => Number(after, "count") < Number(after, "minCount")),
                new(Cluster, $"{NodePool}.maxCount", (_, after) => Number(after, "count") > Number(after, "maxCount")),
            ],
        },
        new()
        {
            Change = "`kubernetesVersion`",
            Settings = ["kubernetesVersion"],
            Effect = ChangeEffect.Ignore,
            Consequence = "AKS upgrades the cluster by itself, so that a change has no effect, and an update of the cluster for another reason sends the version that Pulumi knows",
            Way = "upgrade with `az aks upgrade`, then run `pulumi refresh` before the next `pulumi up`; write 1.N rather than 1.N.P",
            Description = "After `az aks upgrade` run `pulumi refresh`: the next update of the cluster sends the version that Pulumi knows. Prefer 1.N, since a patch version is soon an old one.",
            Ignored = (Cluster, "kubernetesVersion"),
        },
        new()
        {
            Change = "`tags`",
            Settings = [],
            Effect = ChangeEffect.Update,
            Consequence = "`pulumi preview` may show replacements that `pulumi up` does not make, since it takes the outputs of what is updated for unknown",
            Way = "believe `kedastack preview --diff` there",
            Description = "",
        },
    ];

    /// <summary>The rules that refuse an update.</summary>
    /// <param name="type">The type token of the resource.</param>
    /// <param name="before">Its inputs before.</param>
    /// <param name="after">The inputs that would be sent: the ignored ones as before.</param>
    /// <param name="allowed">The setting <c>allowReplacement</c>.</param>
    public static IEnumerable<(ChangeRule Rule, RefusedUpdate Update)> Refusing(
        string type, JsonObject before, JsonObject after, IReadOnlyList<Replaceable> allowed) =>
        from rule in All
        from update in rule.Updates
        where update.Type == type && update.IsRefused(before, after) && !(update.AllowedBy is { } word && allowed.Contains(word))
        select (rule, update);

    /// <summary>The rules on the deletion of a resource, whether it is allowed or not.</summary>
    /// <param name="type">The type token of the resource.</param>
    /// <param name="kind">How it is deleted.</param>
    /// <param name="isLost">Whether the resource of a type is deleted.</param>
    public static IEnumerable<(ChangeRule Rule, Loss Loss)> OnLoss(string type, LossKinds kind, Predicate<string> isLost) =>
        from rule in All
        from loss in rule.Losses
        where loss.Type == type && loss.Kinds.HasFlag(kind) && !(loss.With is { } with && isLost(with))
        select (rule, loss);

    /// <summary>What the rules add to the description of a setting; empty when there is none about it.</summary>
    internal static IEnumerable<string> Descriptions(string key) =>
        All.Where(rule => rule.Settings.Contains(key)).Select(rule => rule.Description);

    private static RefusedUpdate Differs(string type, string path) =>
        new(type, path, (before, after) => InputPath.Find(before, path) != InputPath.Find(after, path));

    private static bool IsTrue(JsonObject inputs, string path) => InputPath.Find(inputs, path) == "true";

    // The add-on's service account is in kube-system; the rules on kedaInstallation are about the way there and back.
    private static bool IsAnotherNamespace(JsonObject before, JsonObject after) =>
        (InputPath.Find(before, "subject"), InputPath.Find(after, "subject")) is ({ } earlier, { } present)
        && earlier != present
        && !earlier.Contains(":kube-system:", StringComparison.Ordinal)
        && !present.Contains(":kube-system:", StringComparison.Ordinal);

    private static double? Number(JsonObject inputs, string key) =>
        double.TryParse(InputPath.Find(inputs, $"{NodePool}.{key}"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

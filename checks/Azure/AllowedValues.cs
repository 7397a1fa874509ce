using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using static KedaStack.Checks.Azure.AllowedValue;

namespace KedaStack.Checks.Azure;

/// <summary>Words and numbers are among those that Azure and Kubernetes take.</summary>
internal sealed class AllowedValues() : Check(new()
{
    Id = "allowed-values",
    Severity = Severity.Error,
    Title = "Words and numbers are among those that Azure and Kubernetes accept",
    Failure = "`InvalidParameter`, `BadRequest`, or `Unsupported value: \"...\": supported values: ...`",
    Cause = "Where the SDK accepts any text, only the service knows the allowed words.",
    Fix = "Use one of the values that the finding lists.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Pool = "agentPoolProfiles[*]";
    private const string Pod = "spec.template.spec";

    private static readonly string[] _probeNumbers = ["timeoutSeconds", "periodSeconds", "failureThreshold", "successThreshold"];

    private static readonly string[] _podIdentityProviders = ["azure-workload", "gcp", "aws", "aws-eks", "none"];

    private static readonly AllowedValue[] _rules =
    [
        AnyOf(ResourceTypes.Cluster, "sku.name", "Base", "Automatic"),
        AnyOf(ResourceTypes.Cluster, "sku.tier", "Free", "Standard", "Premium"),
        AnyOf(ResourceTypes.Cluster, "supportPlan", "KubernetesOfficial", "AKSLongTermSupport"),
        AnyOf(ResourceTypes.Cluster, "autoUpgradeProfile.upgradeChannel", "rapid", "stable", "patch", "node-image", "none"),
        AnyOf(ResourceTypes.Cluster, "autoUpgradeProfile.nodeOSUpgradeChannel", "None", "Unmanaged", "NodeImage", "SecurityPatch"),
        AnyOf(ResourceTypes.Cluster, "nodeResourceGroupProfile.restrictionLevel", "ReadOnly", "Unrestricted"),
        AnyOf(ResourceTypes.Cluster, "networkProfile.networkPlugin", "azure", "kubenet", "none"),
        AnyOf(ResourceTypes.Cluster, "networkProfile.networkPluginMode", "overlay"),
        AnyOf(ResourceTypes.Cluster, "networkProfile.networkDataplane", "azure", "cilium"),
        AnyOf(ResourceTypes.Cluster, "networkProfile.networkPolicy", "azure", "calico", "cilium", "none"),
        AnyOf(ResourceTypes.Cluster, "networkProfile.loadBalancerSku", "standard"),
        Between(ResourceTypes.Cluster, "securityProfile.imageCleaner.intervalHours", 24, 2160),
        AnyOf(ResourceTypes.Cluster, $"{Pool}.mode", "System", "User", "Gateway"),
        AnyOf(ResourceTypes.Cluster, $"{Pool}.osType", "Linux", "Windows"),
        AnyOf(ResourceTypes.Cluster, $"{Pool}.osSKU", "Ubuntu", "Ubuntu2204", "Ubuntu2404", "AzureLinux", "AzureLinux3", "Windows2019", "Windows2022"),
        AnyOf(ResourceTypes.Cluster, $"{Pool}.type", "VirtualMachineScaleSets", "VirtualMachines"),
        Between(ResourceTypes.Cluster, $"{Pool}.maxPods", 10, 250),
        AnyOf(ResourceTypes.RoleAssignment, "principalType", "User", "Group", "ServicePrincipal", "ForeignGroup", "Device"),
        AnyOf(ResourceTypes.Grafana, "properties.grafanaMajorVersion", "12", "13"),
        // KEDA's definitions say so since 2.20 at the latest, and the API server refuses another word before KEDA sees it.
        AnyOf(ResourceTypes.TriggerAuthentication, "spec.podIdentity.provider", _podIdentityProviders),
        AnyOf(ResourceTypes.ClusterTriggerAuthentication, "spec.podIdentity.provider", _podIdentityProviders),
        AnyOf(ResourceTypes.Deployment, "spec.strategy.type", "RollingUpdate", "Recreate"),
        AnyOf(ResourceTypes.Deployment, $"{Pod}.containers[*].imagePullPolicy", "IfNotPresent", "Always", "Never"),
        AnyOf(ResourceTypes.Deployment, $"{Pod}.containers[*].ports[*].protocol", "TCP", "UDP", "SCTP"),
        AnyOf(ResourceTypes.Deployment, $"{Pod}.topologySpreadConstraints[*].whenUnsatisfiable", "ScheduleAnyway", "DoNotSchedule"),
        Between(ResourceTypes.Deployment, $"{Pod}.topologySpreadConstraints[*].maxSkew", 1, int.MaxValue),
        .. Probe("startupProbe"), .. Probe("readinessProbe"), .. Probe("livenessProbe"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from rule in _rules
        from resource in stack.OfType(rule.Type)
        from path in Expand(resource.Inputs, rule.Path)
        let value = resource.Inputs.At(path)
        where value is not null && !rule.IsAllowed(value)
        select Found(resource, path, resource.Inputs.Shown(path), rule.Words);

    private static IEnumerable<AllowedValue> Probe(string kind) =>
        from number in _probeNumbers
        select Between(ResourceTypes.Deployment, $"{Pod}.containers[*].{kind}.{number}", 1, int.MaxValue);

    private static IEnumerable<string> Expand(JsonObject inputs, string path)
    {
        var star = path.IndexOf("[*]", StringComparison.Ordinal);
        return star < 0
            ? [path]
            : Enumerable.Range(0, (inputs.At(path[..star]) as JsonArray)?.Count ?? 0)
                .SelectMany(i => Expand(inputs, $"{path[..star]}[{i}]{path[(star + 3)..]}"));
    }
}

/// <summary>The values that an input may have.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Path">The input; <c>[*]</c> stands for each item of a list.</param>
/// <param name="IsAllowed">Whether a value that is there is allowed.</param>
/// <param name="Words">The allowed values in words.</param>
internal sealed record AllowedValue(string Type, string Path, Func<JsonNode, bool> IsAllowed, string Words)
{
    /// <summary>One of several words.</summary>
    public static AllowedValue AnyOf(string type, string path, params string[] words) =>
        new(type, path, value => words.Contains(Inputs.Scalar(value)), string.Join(", ", words));

    /// <summary>A number in a range.</summary>
    public static AllowedValue Between(string type, string path, decimal least, decimal most) =>
        new(type, path, value => value.Number("") is var number && number >= least && number <= most, $"{least} to {most}");
}

using System.Text.Json.Nodes;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Words and numbers of which Azure and Kubernetes accept some only: each with one that they refuse, and each bound from both sides.</summary>
internal static class ValueConditions
{
    private const string Check = "allowed-values";
    private const string Aks = "ManagedCluster/aks";
    private const string App = "Deployment/sample-app";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";

    private static readonly (string Resource, string Path, string Refused)[] _words =
    [
        (Aks, "sku.name", "Basic"),
        (Aks, "supportPlan", "None"),
        (Aks, "autoUpgradeProfile.upgradeChannel", "weekly"),
        (Aks, "autoUpgradeProfile.nodeOSUpgradeChannel", "Weekly"),
        (Aks, "nodeResourceGroupProfile.restrictionLevel", "None"),
        (Aks, "networkProfile.networkPlugin", "flannel"),
        (Aks, "networkProfile.networkPluginMode", "underlay"),
        (Aks, "networkProfile.networkDataplane", "ebpf"),
        (Aks, "networkProfile.networkPolicy", "weave"),
        (Aks, "networkProfile.loadBalancerSku", "basic"),
        (Aks, "agentPoolProfiles[0].mode", "system"),
        (Aks, "agentPoolProfiles[0].osType", "linux"),
        (Aks, "agentPoolProfiles[0].osSKU", "Debian"),
        (Aks, "agentPoolProfiles[0].type", "AvailabilitySet"),
        ("RoleAssignment/keda-monitoring-data-reader", "principalType", "Application"),
        ("Grafana/grafana", "properties.grafanaMajorVersion", "11"),
        (App, "spec.strategy.type", "Rolling"),
        (App, $"{Container}.imagePullPolicy", "Sometimes"),
        (App, $"{Container}.ports[0].protocol", "HTTP"),
        (App, $"{Pod}.topologySpreadConstraints[0].whenUnsatisfiable", "Wait"),
    ];

    private static readonly (string Resource, string Path, int Least, int? Most)[] _numbers =
    [
        (Aks, "agentPoolProfiles[0].maxPods", 10, 250),
        (App, $"{Pod}.topologySpreadConstraints[0].maxSkew", 1, null),
        .. from kind in (string[])["startupProbe", "readinessProbe", "livenessProbe"]
           from number in (string[])["timeoutSeconds", "periodSeconds", "failureThreshold", "successThreshold"]
           select (App, $"{Container}.{kind}.{number}", 1, (int?)null),
    ];

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        .. _words.Select(word => new StackCondition(
            Check, $"{word.Path} {word.Refused}", stack => stack.With(word.Resource, word.Path, word.Refused), word.Path, $"{word.Refused}; expected ")),
        .. _numbers.SelectMany(number => Bounds(number.Resource, number.Path, number.Least, number.Most)),
        new(Check, "a number that is none", stack => stack.With(Aks, "agentPoolProfiles[0].maxPods", "many"), "agentPoolProfiles[0].maxPods", "many; expected 10 to 250"),
        new(Check, "the second pool's mode", stack => stack.With(Aks, "agentPoolProfiles[1]", new JsonObject { ["name"] = "second", ["mode"] = "user" }), "agentPoolProfiles[1].mode", "user"),
        new(Check, "the tier of another kind", stack => stack.With(App, "sku.tier", "Basic")),
    ];

    private static IEnumerable<StackCondition> Bounds(string resource, string path, int least, int? most)
    {
        StackCondition Legal(int value) => new(Check, $"{path} {value}", stack => stack.With(resource, path, value));
        StackCondition Refused(int value) => new(Check, $"{path} {value}", stack => stack.With(resource, path, value), path, $"{value}; expected {least} to ");

        yield return Refused(least - 1);
        yield return Legal(least);
        if (most is { } greatest)
        {
            yield return Legal(greatest);
            yield return Refused(greatest + 1);
        }
    }
}

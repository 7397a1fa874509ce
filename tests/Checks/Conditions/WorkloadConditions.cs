using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Room on the nodes, what pods may do, and their Services.</summary>
internal static class WorkloadConditions
{
    private const string Aks = "ManagedCluster/aks";
    private const string App = "Deployment/sample-app";
    private const string Generator = "Deployment/load-generator";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string Requests = $"{Container}.resources.requests";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("node-capacity", "no maximum of replicas, which is 100", stack => stack.Without(ScaledObject, "spec.maxReplicaCount"), "agentPoolProfiles", "requested at the maximum replica count"),
        new("node-capacity", "a pod of more memory than there is", stack => stack.With(App, $"{Requests}.memory", "1000Gi"), "agentPoolProfiles", " GiB requested at the maximum replica count; expected at most "),
        new("node-capacity", "a pod of more cores than there are", stack => stack.With(App, $"{Requests}.cpu", "1000"), "agentPoolProfiles", " cores requested at the maximum replica count; expected at most 5.6 cores"),
        new("node-capacity", "many of what nothing scales", stack => stack.With(Generator, "spec.replicas", 100), "agentPoolProfiles", "requested"),
        new("node-capacity", "no pools", stack => stack.With(Aks, "agentPoolProfiles", new JsonArray())),
        new("node-capacity", "more nodes", stack => stack.With(ScaledObject, "spec.maxReplicaCount", 100).With(Aks, "agentPoolProfiles[0].maxCount", 100)),
        new("node-capacity", "as many nodes as always", stack => stack.With(ScaledObject, "spec.maxReplicaCount", 100).Without(Aks, "agentPoolProfiles[0].maxCount").With(Aks, "agentPoolProfiles[0].count", 100)),
        new("node-capacity", "one node that nothing says", stack => stack.Without(Aks, "agentPoolProfiles[0].maxCount").Without(Aks, "agentPoolProfiles[0].count").With(App, $"{Requests}.cpu", "1000"), "agentPoolProfiles", "expected at most 1.4 cores"),
        new("node-capacity", "a second pool", stack => stack.With(App, $"{Requests}.cpu", "1000").With(Aks, "agentPoolProfiles[1]", new JsonObject { ["name"] = "second", ["vmSize"] = "Standard_D2s_v5", ["count"] = 2 }), "agentPoolProfiles", "expected at most 8.4 cores"),
        new("node-capacity", "the chart's requests", stack => stack.With("Release/keda", "values.resources.operator.requests.cpu", "1000"), "agentPoolProfiles", " cores requested"),
        new("pod-security", "a folder of the node", stack => Volume(stack, "hostPath"), $"{Pod}.volumes", "a hostPath"),
        new("pod-security", "a folder of the pod", stack => Volume(stack, "emptyDir")),
        new("pod-security", "root by number", stack => stack.With(App, $"{Pod}.securityContext.runAsUser", 0), $"{Pod}.securityContext.runAsUser", "0, which is root"),
        new("pod-security", "a container's own number", stack => stack.Without(App, $"{Pod}.securityContext.runAsUser").With(App, $"{Container}.securityContext.runAsUser", 1000)),
        new("pod-security", "a container that may be root", stack => stack.With(App, $"{Container}.securityContext.runAsNonRoot", false), $"{Pod}.containers (sample-app).securityContext.runAsNonRoot", "false"),
        new("pod-security", "a container that says itself that it is not root", stack => stack.Without(App, $"{Pod}.securityContext.runAsNonRoot").With(App, $"{Container}.securityContext.runAsNonRoot", true)),
        new("pod-security", "a privileged container", stack => stack.With(App, $"{Container}.securityContext.privileged", true), $"{Pod}.containers (sample-app).securityContext.allowPrivilegeEscalation", "false, and not privileged"),
        new("pod-security", "a container that comes first", stack => Init(stack, new JsonObject { ["capabilities"] = new JsonObject { ["drop"] = new JsonArray("ALL") } }), $"{Pod}.containers (init).securityContext.allowPrivilegeEscalation", "false"),
        new("pod-security", "a container that comes first and may nothing", stack => Init(stack, new JsonObject { ["allowPrivilegeEscalation"] = false, ["capabilities"] = new JsonObject { ["drop"] = new JsonArray("ALL") } })),
        new("pod-security", "one capability less", stack => stack.With(App, $"{Container}.securityContext.capabilities.drop", new JsonArray("NET_RAW")), $"{Pod}.containers (sample-app).securityContext.capabilities.drop", "NET_RAW"),
        new("pod-security", "another capability, too", stack => stack.With(App, $"{Container}.securityContext.capabilities.drop", new JsonArray("NET_RAW", "ALL"))),
        new("pod-security", "the namespace of the host's messages", stack => stack.With(App, $"{Pod}.hostIPC", true), $"{Pod}.hostIPC", "true"),
        new("query-selects-app", "a second Service beside the one that is asked", stack => stack.WithCopy("Service/sample-app", "second").With("Service/second", "metadata.name", "second")),
    ];

    private static ResourceGraph Volume(ResourceGraph stack, string kind) => stack.With(App, $"{Pod}.volumes", new JsonArray(
        new JsonObject { ["name"] = "tmp", ["emptyDir"] = new JsonObject() }, new JsonObject { ["name"] = "data", [kind] = new JsonObject() }));

    private static ResourceGraph Init(ResourceGraph stack, JsonObject context) =>
        stack.With(App, $"{Pod}.initContainers", new JsonArray(new JsonObject { ["name"] = "init", ["securityContext"] = context }));
}

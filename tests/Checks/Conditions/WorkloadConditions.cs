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
    private const string Service = "Service/sample-app";
    private const string Budget = "PodDisruptionBudget/sample-app";
    private const string Policy = "NetworkPolicy/sample-app";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string Requests = $"{Container}.resources.requests";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("node-capacity", "no maximum of replicas, which is 100", stack => stack.Without(ScaledObject, "spec.maxReplicaCount"), "agentPoolProfiles", "requested at the maximum replica count"),
        new("node-capacity", "a pod of more memory than there is", stack => stack.With(App, $"{Requests}.memory", "1000Gi"), "agentPoolProfiles", " agentPoolProfiles: 10000."),
        new("node-capacity", "a pod of more cores than there are", stack => stack.With(App, $"{Requests}.cpu", "1000"), "agentPoolProfiles", " cores requested at the maximum replica count; expected at most 5.6 cores"),
        new("node-capacity", "many of what nothing scales", stack => stack.With(Generator, "spec.replicas", 100), "agentPoolProfiles", "requested"),
        new("node-capacity", "no pools", stack => stack.With(Aks, "agentPoolProfiles", new JsonArray())),
        new("node-capacity", "more nodes", stack => stack.With(ScaledObject, "spec.maxReplicaCount", 100).With(Aks, "agentPoolProfiles[0].maxCount", 100)),
        new("node-capacity", "as many nodes as always", stack => stack.With(ScaledObject, "spec.maxReplicaCount", 100).Without(Aks, "agentPoolProfiles[0].maxCount").With(Aks, "agentPoolProfiles[0].count", 100)),
        new("node-capacity", "one node that nothing says", stack => stack.Without(Aks, "agentPoolProfiles[0].maxCount").Without(Aks, "agentPoolProfiles[0].count").With(App, $"{Requests}.cpu", "1000"), "agentPoolProfiles", "expected at most 1.4 cores"),
        new("node-capacity", "a second pool", stack => stack.With(App, $"{Requests}.cpu", "1000").With(Aks, "agentPoolProfiles[1]", new JsonObject { ["name"] = "second", ["vmSize"] = "Standard_D2s_v5", ["count"] = 2 }), "agentPoolProfiles", "expected at most 8.4 cores"),
        new("node-capacity", "the chart's requests", stack => stack.With("Release/keda", "values.resources.operator.requests.cpu", "1000"), "agentPoolProfiles", " cores requested"),
        new("node-capacity", "as many cores as there are", stack => Alone(stack, "560m")),
        new("node-capacity", "a thousandth of a core more for each than there is", stack => Alone(stack, "561m"), "agentPoolProfiles", "5.61 cores requested at the maximum replica count; expected at most 5.6 cores"),
        new("disruption-budget", "as many as there are at least", stack => Budgeted(stack, "keda-demo"), "spec", "minAvailable: 1; expected maxUnavailable: 1"),
        new("disruption-budget", "as many as there are, of another namespace", stack => Budgeted(stack, "default")),
        new("network-policy-scrape", "no ports", stack => stack.Without(Policy, "spec.ingress[0].ports")),
        new("network-policy-scrape", "any port of the protocol", stack => Ports(stack, new JsonObject { ["protocol"] = "TCP" })),
        new("network-policy-scrape", "any port of no protocol, which is TCP", stack => Ports(stack, [])),
        new("network-policy-scrape", "any port of another protocol", stack => Ports(stack, new JsonObject { ["protocol"] = "UDP" }), "", "policies that keep kube-system from its port 8000"),
        new("network-policy-scrape", "the port by its name", stack => Ports(stack, new JsonObject { ["port"] = "http" })),
        new("network-policy-scrape", "another port", stack => Ports(stack, new JsonObject { ["port"] = 8001 }), "", "policies that keep kube-system from its port 8000"),
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
        new("public-exposure", "a load balancer", stack => stack.With(Service, "spec.type", "LoadBalancer"), "spec.type", "LoadBalancer"),
        new("public-exposure", "a load balancer inside the network", stack => Internal(stack, "LoadBalancer", "true")),
        new("public-exposure", "a load balancer that says that it is not inside", stack => Internal(stack, "LoadBalancer", "false"), "spec.type", "LoadBalancer"),
        new("public-exposure", "a port of the nodes, whatever its annotation", stack => Internal(stack, "NodePort", "true"), "spec.type", "NodePort"),
        new("public-exposure", "a name of somebody else", stack => stack.With(Service, "spec.type", "ExternalName")),
        new("public-exposure", "addresses from outside", stack => stack.With(Service, "spec.externalIPs", new JsonArray("192.0.2.1")), "spec.externalIPs", "192.0.2.1"),
        new("public-exposure", "no addresses from outside", stack => stack.With(Service, "spec.externalIPs", new JsonArray())),
        new("grace-period", "a wait of half the period", stack => Sleep(stack, 15, 30)),
        new("grace-period", "a wait of more than half the period", stack => Sleep(stack, 16, 30), $"{Pod}.terminationGracePeriodSeconds", "30, with a preStop sleep of 16; expected at least 32"),
        new("grace-period", "a wait of more than half of what holds by itself", stack => Sleep(stack, 16, null), $"{Pod}.terminationGracePeriodSeconds", "30, with a preStop sleep of 16"),
        new("grace-period", "a wait of half of what holds by itself", stack => Sleep(stack, 15, null)),
        new("rolling-update", "neither more nor fewer", stack => Rolling(stack, "0", "0%"), "spec.strategy.rollingUpdate", "neither maxSurge nor maxUnavailable"),
        new("rolling-update", "one more", stack => Rolling(stack, "1", "0")),
        new("rolling-update", "one fewer", stack => Rolling(stack, "0", "1")),
        new("rolling-update", "what holds by itself", stack => Rolling(stack, "0", null)),
        new("readiness-probe", "an app without ports", stack => stack.Without(App, $"{Container}.readinessProbe").Without(App, $"{Container}.ports")),
        new("port-numbers", "a port without a number", stack => stack.Without(App, $"{Container}.ports[0].containerPort"), $"{Container}.ports[0].containerPort", "nothing"),
        new("port-numbers", "a second port of root's", stack => stack.With(App, $"{Container}.ports[1]", new JsonObject { ["containerPort"] = 1023 }), $"{Container}.ports[1].containerPort", "1023; expected 1024 to 65535"),
        new("port-numbers", "the second port of a Service", stack => stack.With(Service, "spec.ports[1]", new JsonObject { ["port"] = 65536 }), "spec.ports[1].port", "65536; expected 1 to 65535"),
        new("port-numbers", "a Service's last port", stack => stack.With(Service, "spec.ports[1]", new JsonObject { ["port"] = 65535 })),
        new("port-numbers", "a second container's port of root's", stack => stack.With(App, $"{Pod}.containers[1]", new JsonObject { ["name"] = "proxy", ["ports"] = new JsonArray(new JsonObject { ["containerPort"] = 80 }) }), $"{Pod}.containers[1].ports[0].containerPort", "80; expected 1024 to 65535"),
        new("listening-port", "another port", stack => Variable(stack, "PORT", "9000"), $"{Pod}.containers", "PORT=9000, and the ports 8000; expected the same number"),
        new("listening-port", "the second of its ports", stack => Variable(stack, "PORT", "9000").With(App, $"{Container}.ports[1]", new JsonObject { ["containerPort"] = 9000 })),
        new("listening-port", "neither of its ports", stack => Variable(stack, "PORT", "9000").With(App, $"{Container}.ports[1]", new JsonObject { ["containerPort"] = 9001 }), $"{Pod}.containers", "PORT=9000, and the ports 8000, 9001"),
        new("listening-port", "a port where none is declared", stack => Variable(stack, "PORT", "9000").Without(App, $"{Container}.ports")),
        new("listening-port", "a port from elsewhere", stack => stack.With(App, $"{Container}.env[0]", new JsonObject { ["name"] = "PORT", ["valueFrom"] = new JsonObject() })),
        new("listening-port", "a second container's port", stack => stack.With(App, $"{Pod}.containers[1]", new JsonObject
        {
            ["name"] = "proxy",
            ["env"] = new JsonArray(new JsonObject { ["name"] = "PORT", ["value"] = "9000" }),
            ["ports"] = new JsonArray(new JsonObject { ["containerPort"] = 9001 }),
        }), $"{Pod}.containers", "PORT=9000, and the ports 9001"),
        new("resource-limits", "a request of memory above its limit", stack => stack.With(App, $"{Container}.resources", Resources("100m", "256Mi", "128Mi")), $"{Requests}.memory", "256Mi; expected at most the limit, 128Mi"),
        new("resource-limits", "a request without a limit", stack => stack.With(App, $"{Container}.resources", new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "4", ["memory"] = "64Gi" } })),
        new("resource-limits", "a limit above its request", stack => stack.With(App, $"{Container}.resources", Resources("100m", "64Mi", "128Mi"))),
        new("resource-limits", "a limit of 0", stack => stack.With(App, $"{Container}.resources", new JsonObject { ["limits"] = new JsonObject { ["cpu"] = "0" } }), $"{Container}.resources.limits.cpu", "0; expected a quantity above 0"),
        new("resource-limits", "a limit that is no quantity", stack => stack.With(App, $"{Container}.resources", Resources("100m", "64Mi", "128 MB")), $"{Container}.resources.limits.memory", "128 MB; expected a quantity above 0"),
        new("resource-limits", "a second container's request", stack => stack.With(App, $"{Pod}.containers[1]", new JsonObject { ["name"] = "proxy", ["resources"] = Resources("none", "64Mi", "64Mi") }), $"{Pod}.containers[1].resources.requests.cpu", "none"),
        new("resource-limits", "the chart's request above its limit", stack => stack.With("Release/keda", "values.resources.operator", Resources("100m", "2Gi", "1Gi")), "values.resources.operator.requests.memory", "2Gi; expected at most the limit, 1Gi"),
        new("object-namespace", "a namespace of nobody", stack => stack.With("ConfigMap/load-generator", "metadata.namespace", "other"), "metadata.namespace", "other; expected one of "),
        new("object-namespace", "no namespace", stack => stack.Without("ConfigMap/load-generator", "metadata.namespace"), "metadata.namespace", "nothing; expected one of "),
        new("object-namespace", "a namespace that is given", stack => stack.With("ConfigMap/load-generator", "metadata.namespace", "other") with { Given = stack.Given with { Namespaces = new HashSet<string> { "other" } } }),
        new("object-namespace", "a release's namespace of nobody", stack => stack.With("Release/keda", "namespace", "other"), "namespace", "other; expected one of "),
        new("object-namespace", "a release without one", stack => stack.Without("Release/keda", "namespace")),
        new("object-namespace", "what is in none", stack => stack.WithObject("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "role", """{ "metadata": { "name": "role" } }""")),
        new("object-namespace", "a Role in none", stack => stack.WithObject("kubernetes:rbac.authorization.k8s.io/v1:Role", "role", """{ "metadata": { "name": "role" } }"""), "metadata.namespace", "nothing"),
        new("scaling-numbers", "a fraction", stack => stack.With(ScaledObject, "spec.cooldownPeriod", 1.5), "spec.cooldownPeriod", "1.5"),
        new("scaling-numbers", "a text", stack => stack.With(ScaledObject, "spec.maxReplicaCount", "ten"), "spec.maxReplicaCount", "ten"),
        new("scaling-numbers", "a second between polls", stack => stack.With(ScaledObject, "spec.pollingInterval", 1)),
        new("scaling-numbers", "no time between polls", stack => stack.With(ScaledObject, "spec.pollingInterval", 0), "spec.pollingInterval", "0; expected a whole number of at least 1"),
        new("replica-bounds", "a minimum below none", stack => stack.With(ScaledObject, "spec.minReplicaCount", -1), "spec.minReplicaCount", "-1; expected 0 or more"),
        new("replica-bounds", "idle below the minimum", stack => stack.With(ScaledObject, "spec.minReplicaCount", 2).With(ScaledObject, "spec.idleReplicaCount", 1)),
        new("replica-bounds", "idle at the minimum", stack => stack.With(ScaledObject, "spec.minReplicaCount", 2).With(ScaledObject, "spec.idleReplicaCount", 2), "spec.idleReplicaCount", "2; expected less than 2"),
        new("scale-from-zero", "a trigger of somebody else beside it", stack => stack.With(ScaledObject, "spec.minReplicaCount", 0).With(ScaledObject, "spec.triggers[1]", new JsonObject { ["type"] = "cron", ["metadata"] = new JsonObject() })),
        new("plain-secret", "a variable's secret", stack => Variable(stack, "API_KEY", "abc"), $"{Container}.env[0].value", "not shown here"),
        new("plain-secret", "a variable's empty secret", stack => Variable(stack, "API_KEY", "")),
        new("plain-secret", "a variable's secret that is Pulumi's", stack => Variable(stack, "API_KEY", GraphOutput.Redacted)),
        new("plain-secret", "a variable that is none", stack => Variable(stack, "PORT", "abc")),
        new("plain-secret", "a Secret's data", stack => stack.WithObject("kubernetes:core/v1:Secret", "plain", "{\"metadata\": {\"name\": \"plain\", \"namespace\": \"keda-demo\"}, \"data\": {\"a\": \"b\"}}"), "data.a", "not shown here"),
        new("plain-secret", "a Secret's text", stack => stack.WithObject("kubernetes:core/v1:Secret", "plain", "{\"metadata\": {\"name\": \"plain\", \"namespace\": \"keda-demo\"}, \"stringData\": {\"a\": \"b\"}}"), "stringData.a", "not shown here"),
        new("plain-secret", "a ConfigMap's data", stack => stack.WithObject("kubernetes:core/v1:ConfigMap", "plain", "{\"metadata\": {\"name\": \"plain\", \"namespace\": \"keda-demo\"}, \"data\": {\"a\": \"b\"}}")),
        new("plain-secret", "a connection anywhere", stack => stack.With(App, "metadata.annotations.a", "DefaultEndpointsProtocol=https;AccountKey=abc"), "metadata.annotations.a", "not shown here"),
        new("object-kind", "another kind", stack => stack.With(App, "kind", "Deploymnt"), "kind", "Deploymnt; expected Deployment"),
        new("query-selects-app", "a second Service beside the one that is asked", stack => stack.WithCopy("Service/sample-app", "second").With("Service/second", "metadata.name", "second")),
    ];

    private static JsonObject Resources(string cpu, string memory, string most) => new()
    {
        ["requests"] = new JsonObject { ["cpu"] = cpu, ["memory"] = memory },
        ["limits"] = new JsonObject { ["memory"] = most },
    };

    /// <summary>With pods of the app alone: ten at most, each with as many cores.</summary>
    private static ResourceGraph Alone(ResourceGraph stack, string cores) => stack
        .Without("Release/keda", "values.resources").Without(Generator, $"{Container}.resources").With(App, $"{Requests}.cpu", cores);

    private static ResourceGraph Budgeted(ResourceGraph stack, string ns) =>
        stack.With(Budget, "metadata.namespace", ns).With(Budget, "spec.minAvailable", 1).Without(Budget, "spec.maxUnavailable");

    private static ResourceGraph Ports(ResourceGraph stack, JsonObject port) => stack.With(Policy, "spec.ingress[0].ports", new JsonArray(port));

    private static ResourceGraph Internal(ResourceGraph stack, string type, string value) =>
        stack.With(Service, "spec.type", type).With(Service, "metadata.annotations", new JsonObject { ["service.beta.kubernetes.io/azure-load-balancer-internal"] = value });

    private static ResourceGraph Sleep(ResourceGraph stack, int seconds, int? grace)
    {
        var changed = stack.With(App, $"{Container}.lifecycle", new JsonObject { ["preStop"] = new JsonObject { ["sleep"] = new JsonObject { ["seconds"] = seconds } } });
        return grace is { } period ? changed.With(App, $"{Pod}.terminationGracePeriodSeconds", period) : changed.With(App, $"{Pod}.terminationGracePeriodSeconds", 1).Without(App, $"{Pod}.terminationGracePeriodSeconds");
    }

    private static ResourceGraph Rolling(ResourceGraph stack, string surge, string? unavailable) =>
        stack.With(App, "spec.strategy", new JsonObject { ["rollingUpdate"] = new JsonObject { ["maxSurge"] = surge, ["maxUnavailable"] = unavailable } });

    private static ResourceGraph Variable(ResourceGraph stack, string name, string value) =>
        stack.With(App, $"{Container}.env[0]", new JsonObject { ["name"] = name, ["value"] = value });

    private static ResourceGraph Volume(ResourceGraph stack, string kind) => stack.With(App, $"{Pod}.volumes", new JsonArray(
        new JsonObject { ["name"] = "tmp", ["emptyDir"] = new JsonObject() }, new JsonObject { ["name"] = "data", [kind] = new JsonObject() }));

    private static ResourceGraph Init(ResourceGraph stack, JsonObject context) =>
        stack.With(App, $"{Pod}.initContainers", new JsonArray(new JsonObject { ["name"] = "init", ["securityContext"] = context }));
}

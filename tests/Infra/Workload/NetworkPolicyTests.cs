using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

public sealed class NetworkPolicyTests
{
    [Fact]
    public async Task App_ByDefault_IsReachedByGeneratorAndMetricsAgentAndReachesNobody() => JsonAssert.Equal(
        """
        {
          "podSelector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } },
          "policyTypes": [ "Ingress", "Egress" ],
          "ingress": [
            {
              "from": [
                { "podSelector": { "matchLabels": { "app.kubernetes.io/name": "load-generator" } } },
                { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "kube-system" } } }
              ],
              "ports": [ { "port": 8000, "protocol": "TCP" } ]
            }
          ]
        }
        """,
        (await Stacks.Helm)["NetworkPolicy sample-app"].At("spec"));

    [Fact]
    public async Task Generator_ByDefault_IsReachedByNobodyAndReachesAppAndDns() => JsonAssert.Equal(
        """
        {
          "podSelector": { "matchLabels": { "app.kubernetes.io/name": "load-generator" } },
          "policyTypes": [ "Ingress", "Egress" ],
          "egress": [
            {
              "to": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } } } ],
              "ports": [ { "port": 8000, "protocol": "TCP" } ]
            },
            {
              "to": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "kube-system" } } } ],
              "ports": [ { "port": 53, "protocol": "UDP" }, { "port": 53, "protocol": "TCP" } ]
            }
          ]
        }
        """,
        (await Stacks.Helm)["NetworkPolicy load-generator"].At("spec"));

    [Theory]
    [InlineData("sample-app")]
    [InlineData("load-generator")]
    public async Task Policy_OfAnApp_IsInItsNamespaceAndSelectsItsPods(string app)
    {
        var policy = (await Stacks.Helm)[$"NetworkPolicy {app}"];
        var deployment = (await Stacks.Helm)[$"Deployment {app}"];

        Assert.Equal(deployment.Text("metadata.namespace"), policy.Text("metadata.namespace"));
        Assert.Equal(
            PropertyBag.Text(deployment.At("spec.template.metadata.labels")),
            PropertyBag.Text(policy.At("spec.podSelector.matchLabels")));
    }

    [Fact]
    public async Task PortOfThePolicies_ForTheApp_IsItsContainersNotItsServices()
    {
        var run = await Stacks.Helm;
        var port = run["Deployment sample-app"].At("spec.template.spec.containers[0].ports[0].containerPort")!.GetValue<double>();

        Assert.Equal(port, run["NetworkPolicy sample-app"].At("spec.ingress[0].ports[0].port")!.GetValue<double>());
        Assert.Equal(port, run["NetworkPolicy load-generator"].At("spec.egress[0].ports[0].port")!.GetValue<double>());
    }
}

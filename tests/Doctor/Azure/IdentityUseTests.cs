using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>As whom a trigger signs in to Azure.</summary>
public sealed class IdentityUseTests
{
    [Theory]
    // The authentication, else the service account, else the environment of the operator's pod.
    [InlineData("of-authentication", "of-account", "of-pod", "of-authentication")]
    [InlineData("", "of-account", "of-pod", "of-account")]
    [InlineData("", "", "of-pod", "of-pod")]
    [InlineData("", "", "", null)]
    public void ClientId_IsTheFirstThatIsWritten(string authentication, string account, string pod, string? clientId)
    {
        var use = Assert.Single(IdentityUse.Of(Chain("TriggerAuthentication", "azure-workload", authentication, account, pod)));

        Assert.Equal((clientId, "system:serviceaccount:keda:keda-operator"), (use.ClientId, IdentityUse.Subject(Chain("TriggerAuthentication", "azure-workload"))));
    }

    [Theory]
    [InlineData("ClusterTriggerAuthentication", "azure-workload", 1)]
    [InlineData("TriggerAuthentication", "aws", 0)]
    [InlineData("TriggerAuthentication", "none", 0)]
    public void Of_Authentications_TakesThoseOfWorkloadIdentity(string kind, string provider, int count) => Assert.Equal(count, IdentityUse.Of(Chain(kind, provider, "client")).Count);

    [Theory]
    [InlineData("https://query.westeurope.prometheus.monitor.azure.com", true)]
    [InlineData("https://query-a1b2.westeurope.prometheus.monitor.azure.com", false)]
    public void Scoped_IsTheAddressOfARegion(string address, bool isScoped) =>
        Assert.Equal(isScoped, QueriedWorkspace.IsScoped(Assert.Single(QueriedWorkspace.Triggers(Chain("TriggerAuthentication", "azure-workload", address: address)))));

    private static Chain Chain(string kind, string provider, string authentication = "", string account = "", string pod = "", string address = "https://a-1.westeurope.prometheus.monitor.azure.com")
    {
        var answers = new AnswerSet();
        Add(kind == "TriggerAuthentication" ? ApiPath.TriggerAuthentications("shop") : ApiPath.ClusterTriggerAuthentications, $$$$"""
            {"items":[{"metadata":{"name":"keda"},"spec":{"podIdentity":{"provider":"{{{{provider}}}}","identityId":"{{{{authentication}}}}"}}}]}
            """);
        Add(ApiPath.KedaDeployments, """
            {"items":[{"metadata":{"name":"keda-operator","namespace":"keda","labels":{"app.kubernetes.io/name":"keda-operator"}},"spec":{"selector":{"matchLabels":{"app":"keda"}}}}]}
            """);
        Add(ApiPath.Core("keda", "serviceaccounts"), $$$$"""
            {"items":[{"metadata":{"name":"keda-operator","annotations":{"azure.workload.identity/client-id":"{{{{account}}}}"}}}]}
            """);
        Add(ApiPath.Core("keda", "pods"), $$$$"""
            {"items":[{"metadata":{"name":"keda-operator-1","labels":{"app":"keda"}},"spec":{"containers":[{"name":"a","env":[{"name":"AZURE_CLIENT_ID","value":"{{{{pod}}}}"}]}]}}]}
            """);
        var scaledObject = JsonNode.Parse($$$$"""
            {"metadata":{"name":"web"},"spec":{"triggers":[{"type":"prometheus","metadata":{"serverAddress":"{{{{address}}}}","query":"up"},"authenticationRef":{"name":"keda","kind":"{{{{kind}}}}"}}]}}
            """)!.AsObject();
        return new Chain { Answers = answers, Namespace = "shop", ScaledObject = scaledObject, Hpa = null };

        void Add(string path, string body) => answers.Add(new ClusterAnswer(path, 200, "application/json", 1, JsonNode.Parse(body)));
    }
}

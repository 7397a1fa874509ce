using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Resources.Views;

public sealed class KedaViewTests
{
    [Theory]
    [InlineData("""{"workloadAutoScalerProfile": {"keda": {"enabled": true}}}""", "system:serviceaccount:kube-system:keda-operator")]
    [InlineData("""{"workloadAutoScalerProfile": {"keda": {"enabled": false}}}""", null)]
    [InlineData("{}", null)]
    public void Subject_OfACluster_IsThatOfItsAddOn(string cluster, string? expected) =>
        Assert.Equal(expected, StackViews.Of(StackViews.Resource(ResourceTypes.Cluster, "aks", cluster)).Keda.Subject);

    [Fact]
    public void Identities_OfWhichOneIsWired_AreThatOne()
    {
        var (one, other) = (StackViews.Resource(ResourceTypes.Identity, "one"), StackViews.Resource(ResourceTypes.Identity, "other"));

        Assert.Equal(["one"], StackViews.Of(one, other, StackViews.Resource(ResourceTypes.TriggerAuthentication, "auth", reads: "one")).Keda.Identities.Select(identity => identity.Name));
    }

    [Fact]
    public void Identities_OfWhichNoneIsWired_AreAll()
    {
        var (one, other) = (StackViews.Resource(ResourceTypes.Identity, "one"), StackViews.Resource(ResourceTypes.Identity, "other"));

        Assert.Equal(["one", "other"], StackViews.Of(one, other, StackViews.Resource(ResourceTypes.TriggerAuthentication, "auth")).Keda.Identities.Select(identity => identity.Name));
    }
}

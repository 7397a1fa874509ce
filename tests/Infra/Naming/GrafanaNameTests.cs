using KedaStack.Infra.Naming;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Naming;

/// <summary>The name of Grafana is unique in its region across all customers.</summary>
public sealed class GrafanaNameTests
{
    [Theory]
    [InlineData("kedastack", "dev", "^kedastack-dev-[0-9a-f]{6}$")]
    [InlineData("kedastack", "abcdef", "^kedastack-abcdef-[0-9a-f]{6}$")]
    [InlineData("kedastack", "abcdefg", "^kedastack-abcdef-[0-9a-f]{6}$")]
    [InlineData("kedastackabcdef", "dev", "^kedastackabcdef-[0-9a-f]{6}$")]
    public void Name_NotSet_IsCutBeforeItsHash(string prefix, string stack, string pattern) =>
        Assert.Matches(pattern, Name(prefix, stack, Cloud.SubscriptionId));

    [Fact]
    public void Names_InTwoSubscriptions_Differ() =>
        Assert.NotEqual(Name("kedastack", "dev", Cloud.SubscriptionId), Name("kedastack", "dev", Cloud.TenantId));

    [Fact]
    public void Names_OfTwoLongStacks_Differ() => Assert.NotEqual(
        Name("kedastack", "feature-one", Cloud.SubscriptionId), Name("kedastack", "feature-two", Cloud.SubscriptionId));

    [Fact]
    public void Name_InTheSameSubscription_IsTheSameForEver() =>
        Assert.Equal("kedastack-dev-8d5a9a", Name("kedastack", "dev", Cloud.SubscriptionId));

    private static string Name(string prefix, string stack, string subscriptionId) =>
        new ResourceNames(Stacks.Defaults with { NamePrefix = prefix }, stack).Grafana(subscriptionId);
}

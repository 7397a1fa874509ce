using KedaStack.Cli.Stacks;
using KedaStack.Infra.Settings;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Tests.Infra.Settings;

namespace KedaStack.Tests.Cli.Stacks;

public sealed class StackVersionsTests
{
    [Theory]
    [InlineData("", 35, 20)]
    [InlineData("kedaChartVersion=2.17.1", 35, 17)]
    [InlineData("kedaChartVersion=2.19.0-rc.1", 35, 19)]
    [InlineData("kedaChartVersion=3.0.0", 35, 20)]
    [InlineData("kubernetesVersion=1.32", 32, 20)]
    [InlineData("kedaInstallation=addon", 35, 17)]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.28", 28, 11)]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.32", 32, 14)]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.37.2", 37, 19)]
    public void Of_Settings_IsWhatTheyInstall(string settings, int kubernetes, int keda) => Assert.Equal(
        (kubernetes, keda),
        (StackVersions.Of(Settings(settings)).KubernetesMinor, StackVersions.Of(Settings(settings)).KedaMinor));

    [Fact]
    public void Semantics_OfOldVersions_AreTheirs()
    {
        var versions = StackVersions.Of(Settings("kubernetesVersion=1.32;kedaChartVersion=2.17.0"));

        Assert.Equal((KedaSemantics.ForVersion(17), HpaSemantics.ForKubernetes(32)), (versions.Semantics.Keda, versions.Semantics.Hpa));
        Assert.Equal(["Followed: the rules of KEDA 2.17 and Kubernetes 1.32, as the settings say."], versions.Notes);
    }

    [Fact]
    public void Notes_RulesOfTheNewest_AreNone() => Assert.Empty(StackVersions.Of(Settings("kubernetesVersion=1.35")).Notes);

    [Fact]
    public void Notes_ChartOfAnotherMajorVersion_NameTheOneThatIsModelled() => Assert.Equal(
        ["Followed: the rules of KEDA 2.20 and Kubernetes 1.32, as the settings say."],
        StackVersions.Of(Settings("kedaChartVersion=3.0.0;kubernetesVersion=1.32")).Notes);

    private static StackSettings Settings(string assignments) => Given.Settings(
        [.. assignments.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=')).Select(parts => (parts[0], parts[1]))]);
}

using KedaStack.Infra.Settings;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Tests.Infra.Settings;

namespace KedaStack.Tests.Resources.Workloads;

public sealed class StackVersionsTests
{
    [Theory]
    [InlineData("", 35, "2.20.2")]
    [InlineData("kedaChartVersion=2.17.1", 35, "2.17.1")]
    [InlineData("kedaChartVersion=2.19.0-rc.1", 35, "2.19.0")]
    [InlineData("kedaChartVersion=2.21.1", 35, "2.21.1")]
    [InlineData("kubernetesVersion=1.32", 32, "2.20.2")]
    [InlineData("kedaInstallation=addon", 35, "2.17.2")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.28", 28, "2.11.2")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.30", 30, "2.11.2")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.32", 32, "2.14.1")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.33", 33, "2.16.1")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.34", 34, "2.17.2")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.36", 36, "2.19.0")]
    [InlineData("kedaInstallation=addon;kubernetesVersion=1.37.2", 37, "2.19.0")]
    [InlineData("kedaInstallation=addon;kedaChartVersion=2.21.1;kubernetesVersion=1.36", 36, "2.19.0")]
    public void Of_Settings_IsWhatTheyInstall(string settings, int kubernetes, string keda)
    {
        var versions = StackVersions.Of(Settings(settings));

        Assert.Equal((kubernetes, keda), (versions.KubernetesMinor, versions.Keda.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kubernetesVersion=1.35")]
    [InlineData("kubernetesVersion=1.36.1")]
    public void Notes_RulesOfTheDefault_AreNone(string settings)
    {
        Assert.Empty(StackVersions.Of(Settings(settings)).Notes);
        Assert.Equal(ScalingSemantics.Default, StackVersions.Of(Settings(settings)).Semantics);
    }

    [Theory]
    [InlineData(
        "kubernetesVersion=1.32;kedaChartVersion=2.17.0",
        "Followed: the rules of KEDA 2.17.0 and Kubernetes 1.32, as the settings say.")]
    [InlineData("kedaChartVersion=2.20.1", "Followed: the rules of KEDA 2.20.1 and Kubernetes 1.35, as the settings say.")]
    [InlineData("kedaChartVersion=2.21.1", "Followed: the rules of KEDA 2.21.1 and Kubernetes 1.35, as the settings say.")]
    [InlineData("kubernetesVersion=1.37", "Followed: the rules of KEDA 2.20.2 and Kubernetes 1.37, as the settings say.")]
    [InlineData(
        "kedaInstallation=addon",
        "Assumed: AKS installs Kubernetes 1.35, to which it binds the add-on's KEDA (kubernetesVersion).",
        "Followed: the rules of KEDA 2.17.2 and Kubernetes 1.35, as the settings say.")]
    [InlineData(
        "kedaChartVersion=2.22.0",
        "Followed: the rules of KEDA 2.22.0 and Kubernetes 1.35, as the settings say.",
        "Not modelled: KEDA 2.22.0; the newest rules known, those of 2.21, stand in for its own.")]
    [InlineData(
        "kubernetesVersion=1.40;kedaChartVersion=3.0.0",
        "Followed: the rules of KEDA 3.0.0 and Kubernetes 1.40, as the settings say.",
        "Not modelled: KEDA 3.0.0; the newest rules known, those of 2.21, stand in for its own.",
        "Not modelled: Kubernetes 1.40; the newest rules known, those of 1.37, stand in for its own.")]
    public void Notes_OtherRules_AreSentences(string settings, params string[] notes) =>
        Assert.Equal(notes, StackVersions.Of(Settings(settings)).Notes);

    [Theory]
    [InlineData("kubernetesVersion=1.32;kedaChartVersion=2.17.0", 17, 0, 32)]
    [InlineData("kedaChartVersion=2.20.1", 20, 1, 35)]
    [InlineData("kedaChartVersion=2.21.1", 21, 1, 35)]
    [InlineData("kedaChartVersion=2.22.0;kubernetesVersion=1.40", 21, 0, 37)]
    [InlineData("kedaChartVersion=3.0.0", 21, 0, 35)]
    [InlineData("kedaChartVersion=1.5.0", 0, 0, 35)]
    public void Semantics_OfVersions_AreTheirs(string settings, int kedaMinor, int kedaPatch, int kubernetes)
    {
        var semantics = StackVersions.Of(Settings(settings)).Semantics;

        Assert.Equal(
            (KedaSemantics.ForVersion(kedaMinor, kedaPatch), HpaSemantics.ForKubernetes(kubernetes)), (semantics.Keda, semantics.Hpa));
    }

    private static StackSettings Settings(string assignments) => Given.Settings(
        [.. assignments.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=')).Select(parts => (parts[0], parts[1]))]);
}

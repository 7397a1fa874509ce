using KedaStack.Infra.Identity;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Identity;

public sealed class KedaServiceAccountTests
{
    [Theory]
    [InlineData(KedaInstallation.Helm, "keda", "system:serviceaccount:keda:keda-operator")]
    [InlineData(KedaInstallation.Helm, "autoscaling", "system:serviceaccount:autoscaling:keda-operator")]
    [InlineData(KedaInstallation.AddOn, "keda", "system:serviceaccount:kube-system:keda-operator")]
    [InlineData(KedaInstallation.AddOn, "autoscaling", "system:serviceaccount:kube-system:keda-operator")]
    public void Subject_OfAnInstallation_IsTheAccountThatItsOperatorRunsAs(
        KedaInstallation installation, string releaseNamespace, string subject)
    {
        var settings = Stacks.Defaults.Keda with { Installation = installation, Namespace = releaseNamespace };

        Assert.Equal(subject, KedaServiceAccount.Of(settings).Subject);
    }

    [Fact]
    public void Of_UnknownInstallation_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => KedaServiceAccount.Of(Stacks.Defaults.Keda with { Installation = (KedaInstallation)99 }));
}

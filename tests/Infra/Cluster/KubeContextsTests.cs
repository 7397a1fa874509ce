using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.Cluster;

public sealed class KubeContextsTests
{
    private const string Config = "apiVersion: v1\nkind: Config\ncontexts:\n- name: kind-demo\n  context: { cluster: kind-demo }\n- name: prod\n";

    [Theory]
    [InlineData("kind-dmo", "kubeContext: is not in the kubeconfig in use (got \"kind-dmo\"); did you mean kind-demo?")]
    [InlineData("staging-of-somebody", "kubeContext: is not in the kubeconfig in use (got \"staging-of-somebody\"); write kind-demo or prod, or set KUBECONFIG")]
    public void Context_ThatIsNotThere_IsRefused(string context, string expected) =>
        Assert.Equal(expected, KubeContexts.Problem(new AnyCluster(context), [Config])?.ToString());

    [Fact]
    public void Context_OfAGivenCluster_IsLookedForToo() => Assert.NotNull(
        KubeContexts.Problem(new ExistingCluster(ArmId.TryParse(AlternativeValues.ClusterId, ExistingCluster.Type)!, "other"), [Config]));

    [Theory]
    [InlineData("kind-demo", Config)]
    [InlineData("late", Config, "contexts: [{ name: late }]")]
    // Nobody can tell: the provider says what is wrong.
    [InlineData("other")]
    [InlineData("other", "contexts: [")]
    [InlineData("other", "contexts: 3")]
    [InlineData("other", "kind: Config")]
    public void Context_ThatIsThereOrUnknown_IsNot(string context, params string[] kubeconfigs) =>
        Assert.Null(KubeContexts.Problem(new AnyCluster(context), kubeconfigs));

    [Fact]
    public void Cluster_ThatIsMade_NeedsNone() => Assert.Null(KubeContexts.Problem(new NewCluster(), [Config]));

    [Fact]
    public void Files_AreThoseOfTheVariable_ElseTheOneAtHome()
    {
        var home = Directory.CreateTempSubdirectory("kedastack-home-");
        try
        {
            Directory.CreateDirectory(Path.Combine(home.FullName, ".kube"));
            File.WriteAllText(Path.Combine(home.FullName, ".kube", "config"), "at home");
            File.WriteAllText(Path.Combine(home.FullName, "other"), "other");
            var missing = Path.Combine(home.FullName, "missing");

            Assert.Equal(["at home"], KubeContexts.Read(null, home.FullName));
            Assert.Equal(["at home"], KubeContexts.Read("", home.FullName));
            Assert.Equal(["other"], KubeContexts.Read($"{missing}{Path.PathSeparator}{Path.Combine(home.FullName, "other")}", home.FullName));
            Assert.Empty(KubeContexts.Read(missing, home.FullName));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}

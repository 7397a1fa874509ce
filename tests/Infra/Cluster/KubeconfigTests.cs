using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Infra.Cluster;

public sealed class KubeconfigTests
{
    [Theory]
    [InlineData(KubeloginMode.AzureCli, "azurecli")]
    [InlineData(KubeloginMode.WorkloadIdentity, "workloadidentity")]
    public void WithKubelogin_DeviceCodeOfAks_BecomesTheModeAndKeepsTheServerId(KubeloginMode mode, string login) => Assert.Equal(
        ["get-token", "--environment", "AzurePublicCloud", "--server-id", Kubeconfigs.ServerId, "--login", login],
        Arguments(Kubeconfig.WithKubelogin(Kubeconfigs.DeviceCode, mode)));

    [Fact]
    public void WithKubelogin_DeviceCodeOfAks_ChangesNothingButTheArguments()
    {
        var expected = Kubeconfigs.DeviceCode
            .Replace($"- --client-id\n      - 80faf920-1908-4b52-b5ef-a8e7bedfc67a\n      ", "", StringComparison.Ordinal)
            .Replace($"- --tenant-id\n      - {Cloud.TenantId}\n      ", "", StringComparison.Ordinal)
            .Replace("- devicecode", "- azurecli", StringComparison.Ordinal);

        Assert.Equal(expected, Kubeconfig.WithKubelogin(Kubeconfigs.DeviceCode, KubeloginMode.AzureCli));
    }

    [Theory]
    [InlineData("--login", "devicecode")]
    [InlineData("-l", "devicecode")]
    [InlineData("--login=devicecode")]
    [InlineData("-l=devicecode")]
    [InlineData("--login", "devicecode", "--tenant-id", "t", "--client-id", "c")]
    [InlineData("--tenant-id=t", "--client-id=c", "--login=devicecode")]
    [InlineData("--login", "spn", "--login", "devicecode")]
    public void WithKubelogin_AnySpellingOfLogin_IsReplaced(params string[] options)
    {
        var rewritten = Kubeconfig.WithKubelogin(
            WithArguments(["get-token", .. options, "--server-id", "s"]), KubeloginMode.AzureCli);

        Assert.Equal(["get-token", "--server-id", "s", "--login", "azurecli"], Arguments(rewritten));
        Assert.DoesNotContain("devicecode", rewritten, StringComparison.Ordinal);
    }

    [Fact]
    public void WithKubelogin_LoginLastAndWithoutAValue_IsReplaced() => Assert.Equal(
        ["get-token", "--login", "azurecli"],
        Arguments(Kubeconfig.WithKubelogin(WithArguments(["get-token", "--login"]), KubeloginMode.AzureCli)));

    [Fact]
    public void WithKubelogin_ServerIdWithEqualsSign_IsKept() => Assert.Equal(
        ["get-token", "--server-id=s", "--login", "azurecli"],
        Arguments(Kubeconfig.WithKubelogin(
            WithArguments(["get-token", "--server-id=s", "--login=devicecode"]), KubeloginMode.AzureCli)));

    [Fact]
    public void WithKubelogin_RewrittenAgain_StaysTheSame()
    {
        var once = Kubeconfig.WithKubelogin(Kubeconfigs.DeviceCode, KubeloginMode.AzureCli);

        Assert.Equal(once, Kubeconfig.WithKubelogin(once, KubeloginMode.AzureCli));
    }

    [Fact]
    public void WithKubelogin_UserWithoutExec_IsUntouched() =>
        Assert.Equal(Kubeconfigs.Certificate, Kubeconfig.WithKubelogin(Kubeconfigs.Certificate, KubeloginMode.AzureCli));

    [Fact]
    public void WithKubelogin_SeveralUsers_RewritesEachWithExec()
    {
        const string Users =
            """
            users:
            - name: first
              user:
                exec:
                  args: [get-token, --login, devicecode]
            - name: second
              user:
                token: abc
            - name: third
              user:
                exec:
                  args: [get-token, --login=devicecode]

            """;

        var users = Parsed(Kubeconfig.WithKubelogin(Users, KubeloginMode.WorkloadIdentity));

        Assert.Equal(["get-token", "--login", "workloadidentity"], Arguments(users, 0));
        Assert.Equal("abc", users[1]["user"]["token"].ToString());
        Assert.Equal(["get-token", "--login", "workloadidentity"], Arguments(users, 2));
    }

    [Fact]
    public void WithKubelogin_ExecWithoutArguments_GetsTheLogin() => Assert.Equal(
        ["--login", "azurecli"],
        Arguments(Kubeconfig.WithKubelogin("users:\n- user:\n    exec:\n      command: kubelogin\n", KubeloginMode.AzureCli)));

    [Fact]
    public void WithKubelogin_CertificateOfRealLengthAndQuotedText_AreKeptAsTheyAre()
    {
        var certificate = new string('A', 4000);
        var kubeconfig = $"clusters:\n- certificate-authority-data: {certificate}\nextension: \"true\"\nusers: []\n";

        Assert.Equal(kubeconfig, Kubeconfig.WithKubelogin(kubeconfig, KubeloginMode.AzureCli));
    }

    [Fact]
    public void WithKubelogin_LastValueEndsWithADot_KeepsIt() => Assert.EndsWith(
        "current-context: aks.\n",
        Kubeconfig.WithKubelogin("users: []\ncurrent-context: aks.\n", KubeloginMode.AzureCli),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("[1, 2]")]
    [InlineData("apiVersion: v1\nkind: Config\n")]
    [InlineData("users: none")]
    [InlineData("users: []\n---\nusers: []\n")]
    [InlineData("{ users: [")]
    [InlineData("users:\n\t- name: x\n")]
    public void WithKubelogin_NotAKubeconfig_SaysSo(string text) =>
        Assert.Throws<FormatException>(() => Kubeconfig.WithKubelogin(text, KubeloginMode.AzureCli));

    [Fact]
    public void WithKubelogin_UnknownMode_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Kubeconfig.WithKubelogin(Kubeconfigs.DeviceCode, (KubeloginMode)99));

    private static string WithArguments(IEnumerable<string> arguments) =>
        $"users:\n- user:\n    exec:\n      args: [{string.Join(", ", arguments.Select(argument => $"\"{argument}\""))}]\n";

    private static IEnumerable<string?> Arguments(string kubeconfig) => Arguments(Parsed(kubeconfig), 0);

    private static IEnumerable<string?> Arguments(YamlSequenceNode users, int user) =>
        ((YamlSequenceNode)users[user]["user"]["exec"]["args"]).Select(argument => ((YamlScalarNode)argument).Value);

    private static YamlSequenceNode Parsed(string kubeconfig)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(kubeconfig));
        return (YamlSequenceNode)Assert.Single(stream.Documents).RootNode["users"];
    }
}

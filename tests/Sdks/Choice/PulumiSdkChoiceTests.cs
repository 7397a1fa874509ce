namespace KedaStack.Tests.Sdks.Choice;

/// <summary>The build finds out once which SDK it can have, and remembers.</summary>
public class PulumiSdkChoiceTests
{
    private const string Build = "build --verbosity minimal -nologo -p:RunAnalyzers=false";
    private const string UsesPackages = "packages: Pulumi Pulumi.AzureAD Pulumi.AzureNative Pulumi.Kubernetes; projects: \n";
    private const string UsesProjects =
        "packages: ; projects: Standin.Pulumi Standin.Pulumi.AzureAD Standin.Pulumi.AzureNative Standin.Pulumi.Kubernetes\n";

    [Theory]
    [InlineData("App/App.csproj", false, "standin", UsesProjects)]
    [InlineData("App/App.csproj", true, "official", UsesPackages)]
    [InlineData("Tiny.sln", false, "standin", UsesProjects)]
    [InlineData("Tiny.sln", true, "official", UsesPackages)]
    public async Task FirstBuild_ChoosesAndBuildsInOneCommand(string what, bool feedHasPulumi, string sdk, string uses)
    {
        using var checkout = new TinyCheckout(feedHasPulumi);

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} {what}");

        Assert.True(exitCode == 0, output);
        Assert.Contains($"Pulumi SDK: {sdk}\n", output);
        Assert.Contains(uses, output);
        Assert.Equal(sdk, checkout.Remembered);
    }

    [Fact]
    public async Task NextBuild_DoesNotLookAgain()
    {
        using var checkout = new TinyCheckout(feedHasPulumi: true) { Remembered = "standin" };

        var (exitCode, output) = await checkout.DotnetAsync("msbuild App/App.csproj -nologo -restore -t:Say");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("Looking for", output);
        Assert.Contains(UsesProjects, output);
    }

    [Theory]
    [InlineData(null, "standin")]
    [InlineData("official", "official")]
    public async Task Environment_OverridesWhatIsRemembered(string? environment, string sdk)
    {
        using var checkout = new TinyCheckout(feedHasPulumi: false) { Remembered = "standin" };

        var (_, output) = await checkout.DotnetAsync("msbuild App/App.csproj -nologo -getProperty:PulumiSdk", environment);

        Assert.Equal(sdk, output.Trim());
    }

    [Fact]
    public async Task Property_OverridesWhatIsRemembered_AndRemembersNothing()
    {
        using var checkout = new TinyCheckout(feedHasPulumi: true);

        var (exitCode, output) = await checkout.DotnetAsync("msbuild App/App.csproj -nologo -restore -t:Say -p:PulumiSdk=standin");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesProjects, output);
        Assert.Null(checkout.Remembered);
    }

    [Fact]
    public async Task UnknownWord_IsRefused()
    {
        using var checkout = new TinyCheckout(feedHasPulumi: false);

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} App/App.csproj -p:PulumiSdk=oficial");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("PulumiSdk is 'oficial'; it must be 'official' or 'standin'", output);
    }
}

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

    [Theory]
    [InlineData("App/App.csproj")]
    [InlineData("Tiny.sln")]
    public async Task FeedDown_GoesOnOnceWithOneLine_AndTheNextBuildLooksAgain(string what)
    {
        using var closed = new ClosedPort();
        using var checkout = new TinyCheckout(feedHasPulumi: false);
        checkout.UseFeed($"http://127.0.0.1:{closed.Number}/v3/index.json");

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} {what}");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesProjects, output);
        var line = Assert.Single(output.Split('\n').Where(line => line.Contains("warning PULUMISDK: ", StringComparison.Ordinal)).Distinct());
        Assert.Contains("failed (NU1301: ", line, StringComparison.Ordinal);
        Assert.Contains("This build goes on with the stand-ins", line, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), text => text.Contains("Looking for the official Pulumi packages ...", StringComparison.Ordinal));
        Assert.Null(checkout.Remembered);

        checkout.UseFeed(TinyCheckout.OwnFeed);
        checkout.PublishPulumi();
        (exitCode, output) = await checkout.DotnetAsync($"{Build} {what}");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesPackages, output);
        Assert.Equal("official", checkout.Remembered);
    }

    [Theory]
    [InlineData("App/App.csproj")]
    [InlineData("Tiny.sln")]
    public async Task PackageWithoutItsAssembly_GoesOnOnceWithOneLine(string what)
    {
        using var checkout = new TinyCheckout(feedHasPulumi: false);
        checkout.PublishPulumi(hollow: "Pulumi.AzureAD");

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} {what}");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesProjects, output);
        Assert.Contains("failed (PULUMISDK: Pulumi.AzureAD restored without an assembly; delete what ", output, StringComparison.Ordinal);
        Assert.Null(checkout.Remembered);
    }

    [Fact]
    public async Task FeedDown_WithoutRestore_BuildsWithWhatWasRestored()
    {
        using var closed = new ClosedPort();
        using var checkout = new TinyCheckout(feedHasPulumi: false);
        checkout.UseFeed($"http://127.0.0.1:{closed.Number}/v3/index.json");
        await checkout.DotnetAsync("restore App/App.csproj");

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} --no-restore App/App.csproj");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesProjects, output);
        Assert.DoesNotContain("Looking for", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedDown_OfficialWanted_Fails()
    {
        using var closed = new ClosedPort();
        using var checkout = new TinyCheckout(feedHasPulumi: false) { Remembered = "standin" };
        checkout.UseFeed($"http://127.0.0.1:{closed.Number}/v3/index.json");

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} App/App.csproj", "official");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NU1301", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advisory_OfATransitivePackage_BreaksNothing()
    {
        await using var audit = await AuditSource.StartAsync(TinyCheckout.TransitivePackage);
        using var checkout = new TinyCheckout(feedHasPulumi: true);
        checkout.UseFeed(TinyCheckout.OwnFeed, audit.Address);

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} App/App.csproj");

        Assert.True(exitCode == 0, output);
        Assert.Contains(UsesPackages, output);
        Assert.Equal("official", checkout.Remembered);
        Assert.True(audit.WasAsked, "Nobody has asked for advisories.");
    }

    [Fact]
    public async Task Advisory_OfATransitivePackage_IsAWarningWhereAllAreAudited()
    {
        await using var audit = await AuditSource.StartAsync(TinyCheckout.TransitivePackage);
        using var checkout = new TinyCheckout(feedHasPulumi: true) { Remembered = "official" };
        checkout.UseFeed(TinyCheckout.OwnFeed, audit.Address);

        var (exitCode, output) = await checkout.DotnetAsync("restore App/App.csproj -p:NuGetAuditMode=all");

        Assert.True(exitCode == 0, output);
        Assert.Contains($"warning NU1902: Package '{TinyCheckout.TransitivePackage}'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advisory_OfADirectPackage_BreaksTheBuild_ButIsNoReasonForTheStandins()
    {
        await using var audit = await AuditSource.StartAsync("Pulumi");
        using var checkout = new TinyCheckout(feedHasPulumi: true);
        checkout.UseFeed(TinyCheckout.OwnFeed, audit.Address);

        var (exitCode, output) = await checkout.DotnetAsync($"{Build} App/App.csproj");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NU1902", output, StringComparison.Ordinal);
        Assert.Equal("official", checkout.Remembered);
    }

    [Fact]
    public async Task Checkout_WhateverTheUserHasSet_WritesPackagesIntoItself()
    {
        var environment = new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = "/of/the/user",
            ["RestorePackagesPath"] = "/of/the/user",
            ["MSBuildSDKsPath"] = "/of/the/user",
            ["PulumiSdk"] = "official",
            ["HOME"] = "/home/user",
        };

        TinyCheckout.Isolate(environment, "/checkout");

        Assert.Equal(["/home/user"], environment.Values.Where(value => value!.Contains("user", StringComparison.Ordinal)));
        Assert.StartsWith("/checkout", environment["NUGET_PACKAGES"], StringComparison.Ordinal);

        using var checkout = new TinyCheckout(feedHasPulumi: true);
        await checkout.DotnetAsync("restore App/App.csproj");
        Assert.True(checkout.HasRestored("pulumi.azurenative"));
    }
}

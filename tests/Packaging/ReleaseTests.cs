using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KedaStack.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Packaging;

/// <summary>What is published, as the files that describe it say.</summary>
public sealed class ReleaseTests
{
    private static readonly string _version = XDocument.Load(RepositoryRoot.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void Version_Always_HasItsSectionInTheChangelog() =>
        Assert.Matches($@"(?m)^## {Regex.Escape(_version)}$\n\n\S", RepositoryRoot.Read("CHANGELOG.md"));

    [Fact]
    public void Version_OfTheCommand_IsThatOfTheProduct() =>
        Assert.StartsWith($"kedastack {_version}\ncommit: ", ProductVersion.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.2.3+0123456789abcdef", "kedastack 1.2.3\ncommit: 0123456789abcdef\nPulumi SDK: x.\n")]
    [InlineData("1.2.3", "kedastack 1.2.3\ncommit: unknown\nPulumi SDK: x.\n")]
    public void Version_WithAndWithoutAClone_SaysTheCommit(string informational, string expected) =>
        Assert.Equal(expected, ProductVersion.Write(informational, "Pulumi SDK: x."));

    [Fact]
    public void Image_Always_IsRootlessAndHasNoShell()
    {
        var properties = Profile("image");

        Assert.Matches("^[1-9][0-9]*$", properties["ContainerUser"]);
        // Chiseled: no shell, no package manager. Extra: the time zones that cron triggers name.
        Assert.Matches(@"^mcr\.microsoft\.com/dotnet/aspnet:10\.0-[a-z]+-chiseled-extra$", properties["ContainerBaseImage"]);
        Assert.Equal("linux-x64;linux-arm64", properties["RuntimeIdentifiers"]);
    }

    /// <summary>Where the SDK takes the machine's own system for the only one, the image is for that one.</summary>
    [Fact]
    public void Image_WhereverItIsBuilt_IsForBothArchitectures()
    {
        var (exitCode, output) = Build(
            "-target:ComputeContainerConfig", "-p:PublishProfile=image", "-p:_IsPublishing=true", "-getProperty:ContainerRuntimeIdentifiers,ContainerRuntimeIdentifier");

        Assert.Equal(0, exitCode);
        Assert.Contains("\"ContainerRuntimeIdentifiers\": \"linux-x64;linux-arm64\"", output, StringComparison.Ordinal);
        Assert.Contains("\"ContainerRuntimeIdentifier\": \"\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Program_Always_NeedsNothingInstalled()
    {
        var properties = Profile("binary");

        Assert.Equal(("true", "true"), (properties["SelfContained"], properties["PublishSingleFile"]));
    }

    [Theory]
    [InlineData("standin", false)]
    [InlineData("official", true)]
    public void Release_WithTheStandins_IsRefused(string sdk, bool expected)
    {
        var (exitCode, output) = Build("-target:RefuseStandins", "-p:KedaStackRelease=true", $"-p:PulumiSdk={sdk}");

        Assert.Equal(expected, exitCode == 0);
        Assert.Equal(!expected, output.Contains("A release has the official Pulumi packages", StringComparison.Ordinal));
    }

    /// <summary>No command starts a shell, or a script for one: Windows has none.</summary>
    [Fact]
    public void Program_Never_StartsAShell() => Assert.All(
        ((string[])["checks", "cli", "infra", "local", "reports", "resources", "scaling", "truth"])
            .SelectMany(room => Directory.EnumerateFiles(RepositoryRoot.PathOf(room), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        file => Assert.DoesNotMatch(@"ProcessStartInfo\(\s*""(/bin/|/usr/bin/)?(sh|bash|env|cmd|powershell|pwsh)\b", File.ReadAllText(file)));

    private static (int ExitCode, string Output) Build(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["msbuild", RepositoryRoot.PathOf("cli/KedaStack.Cli.csproj"), "-nologo", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static Dictionary<string, string> Profile(string name) =>
        XDocument.Load(RepositoryRoot.PathOf($"cli/Properties/PublishProfiles/{name}.pubxml")).Descendants("PropertyGroup").Elements()
            .ToDictionary(property => property.Name.LocalName, property => property.Value);
}

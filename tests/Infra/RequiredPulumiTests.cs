using System.Text.RegularExpressions;
using KedaStack.Infra;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workflows;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Infra;

/// <summary>An old Pulumi CLI is refused in one sentence, and every place names the same versions.</summary>
public sealed partial class RequiredPulumiTests
{
    [Fact]
    public void Problem_EngineInTheRange_IsNone() => Assert.Null(RequiredPulumi.Problem(Task.CompletedTask));

    /// <summary>What the SDK fails with: of a CLI without the question, and of one that answers it (pulumi-dotnet, Deployment_RequirePulumiVersion.cs).</summary>
    [Theory]
    [InlineData("The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI")]
    [InlineData("Pulumi CLI version 3.217.0 does not satisfy the version range \">=3.244.0\"")]
    public void Problem_EngineTooOld_IsOneSentence(string error) => Assert.Equal(
        $"This program needs the Pulumi CLI 3.244.0 or newer ({error}); "
        + "install it from https://www.pulumi.com/docs/install/ and run the command again",
        RequiredPulumi.Problem(Task.FromException(new InvalidOperationException(error))));

    /// <summary>The program needs an engine to run; that it asks before the first resource is read from its source.</summary>
    [Fact]
    public void Program_AsksTheEngine_BeforeItsFirstResource() => Assert.Matches(
        @"(?s)RequiredPulumi\.Problem\(Deployment\.RequirePulumiVersionAsync\(RequiredPulumi\.Range\)\).*StackProgram\.RunAsync\(",
        RepositoryRoot.Read("infra/Program.cs"));

    [Fact]
    public void Program_OfferingItsEnd_LetsTheStackEndWithOneSentence() =>
        Assert.Contains("StackProgram.RunAsync(result.Settings, End)", RepositoryRoot.Read("infra/Program.cs"), StringComparison.Ordinal);

    [Fact]
    public void PulumiYaml_Always_RequiresTheSameVersion()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(RepositoryRoot.Read("Pulumi.yaml")));

        Assert.Equal(RequiredPulumi.Range, yaml.Documents[0].RootNode["requiredPulumiVersion"].ToString());
    }

    [Fact]
    public void Readme_DevContainerAndWorkflows_NameOneVersionThatWillDo()
    {
        var readme = Readme().Match(RepositoryRoot.Read("README.md"));
        var used = WorkflowFile.All.SelectMany(workflow => workflow.Steps)
            .Where(step => WorkflowRulesTests.Uses(step, "pulumi/actions"))
            .Select(step => WorkflowFile.Find(step, "with", "pulumi-version")!.ToString())
            .Append(DevContainer().Match(RepositoryRoot.Read(".devcontainer/Dockerfile")).Groups["version"].Value)
            .ToList();

        Assert.Equal(4, used.Count);
        Assert.All(used, version => Assert.Equal(readme.Groups["used"].Value, version));
        Assert.Equal(RequiredPulumi.Version, readme.Groups["required"].Value);
        Assert.True(Version.Parse(used[0]) >= Version.Parse(RequiredPulumi.Version));
    }

    [GeneratedRegex(@"Pulumi CLI\]\(https://www\.pulumi\.com/docs/install/\) (?<used>[0-9.]+) or another from (?<required>[0-9.]+) on", RegexOptions.CultureInvariant)]
    private static partial Regex Readme();

    [GeneratedRegex(@"^ARG PULUMI_VERSION=(?<version>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex DevContainer();
}

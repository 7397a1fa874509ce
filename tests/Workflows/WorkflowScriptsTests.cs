using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workflows;

/// <summary>The scripts in the workflows call what is there.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class WorkflowScriptsTests
{
    public static TheoryData<string> Names => WorkflowFile.Names;

    public static TheoryData<string> Commands =>
    [
        .. WorkflowFile.All.SelectMany(workflow => workflow.Scripts)
            .SelectMany(script => Command().Matches(script.Replace("\\\n", " ", StringComparison.Ordinal)))
            .Select(match => match.Groups["command"].Value)
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_InTheShell_HasNoSyntaxError(string name) => Assert.All(WorkflowFile.Named(name).Scripts, script =>
    {
        var start = new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        Assert.Equal("", process.StandardError.ReadToEnd());
    });

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfKedaStack_HasTheOptions(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var help = (await CommandRun.OfAsync(words[0], "--help")).Output;

        Assert.Matches($@" {words[0]} (\[<path>\.\.\.\] )?\[options\]", help);
        Assert.All(
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Matches($@"\s{option}\s", help));
    }

    [Theory]
    [InlineData("pull-request.yml", ".ci/run")]
    [InlineData("pull-request.yml", "./kedastack preview --stack \"$STACK\" --json")]
    [InlineData("pull-request.yml", "./kedastack check --stack \"$STACK\" --markdown")]
    [InlineData("deploy.yml", "dotnet test")]
    public void Workflow_Always_RunsItsCommand(string name, string command) =>
        Assert.Contains(WorkflowFile.Named(name).Scripts, script => script.Contains(command, StringComparison.Ordinal));

    [Fact]
    public void CiScript_Always_CanBeRun()
    {
        Assert.True(File.GetUnixFileMode(RepositoryRoot.PathOf(".ci/run")).HasFlag(UnixFileMode.UserExecute));
        Assert.Contains("dotnet test", RepositoryRoot.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PULUMI_VERSION", "pulumi-version", "")]
    [InlineData("KUBELOGIN_VERSION", "kubelogin-version", "v")]
    public void Tools_OfTheWorkflows_AreThoseOfTheDevContainer(string argument, string input, string prefix)
    {
        var version = Regex.Match(RepositoryRoot.Read(".devcontainer/Dockerfile"), $@"ARG {argument}=(\S+)").Groups[1].Value;

        var used = WorkflowFile.All.SelectMany(workflow => workflow.Steps)
            .Select(step => WorkflowFile.Find(step, "with", input)?.ToString())
            .OfType<string>()
            .ToList();

        Assert.Equal(3, used.Count);
        Assert.All(used, found => Assert.Equal(prefix + version, found));
    }

    [GeneratedRegex(@"\./kedastack (?<command>[^|&>;)\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}

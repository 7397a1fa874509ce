using System.Diagnostics;
using System.Runtime.Versioning;
using KedaStack.Cli.Check;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Workflows;

/// <summary>action.yml: <c>kedastack check</c> in anybody's workflow. Its scripts run with a <c>gh</c> and a <c>kedastack</c> that write down how they are called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CheckActionTests : IDisposable
{
    private static readonly YamlMappingNode _action = Load();

    // What one input stands for, and options that a user of the action has no use for.
    private static readonly Dictionary<string, string[]> _inputsOfSeveral = new() { ["format"] = ["--json", "--markdown", "--sarif"], ["paths"] = [] };
    private static readonly string[] _inputsOfTheAction = ["version", "token"];
    private static readonly string[] _shellsOwn = ["--output"];

    private readonly TemporaryDirectory _directory = new();

    public CheckActionTests()
    {
        Program("gh", "echo \"$*\" >>\"$CALLS\"\ncase \"$2\" in download) : >\"$7\" ;; esac");
        Program("tar", "exit 0");
        Program("kedastack", "for word; do echo \"$word\"; done >>\"$CALLS\"\necho report\nexit ${CODE:-0}");
        File.WriteAllText(_directory.Combine("Directory.Build.props"), "<Project>\n    <Version>1.2.3</Version>\n</Project>\n");
    }

    [Fact]
    public void Inputs_Together_AreTheOptionsOfCheck()
    {
        var command = CheckCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null));
        var options = command.Options.Where(option => !option.Hidden && option.Name != "--help").Select(option => option.Name).Except(_shellsOwn);

        var inputs = Inputs.Except([.. _inputsOfSeveral.Keys, .. _inputsOfTheAction, "output"]).Select(name => $"--{name}");

        Assert.Equal(options.Order(), inputs.Concat(_inputsOfSeveral.Values.SelectMany(names => names)).Order());
        Assert.NotEmpty(command.Arguments);
    }

    [Fact]
    public void Inputs_Always_AreDescribedAndOptional() => Assert.All(
        Map("inputs").Children,
        input =>
        {
            Assert.NotNull(WorkflowFile.Find(input.Value, "description"));
            Assert.NotNull(WorkflowFile.Find(input.Value, "default"));
        });

    [Fact]
    public void Scripts_Always_GetValuesThroughTheEnvironment() => Assert.All(
        Steps, step => Assert.DoesNotContain("${{", WorkflowFile.Find(step, "run")!.ToString(), StringComparison.Ordinal));

    [Theory]
    [InlineData("Linux", "X64", "linux-x64")]
    [InlineData("Linux", "ARM64", "linux-arm64")]
    [InlineData("macOS", "ARM64", "osx-arm64")]
    [InlineData("Windows", "X64", "win-x64")]
    public void Install_OnARunner_TakesItsProgramAndVerifiesIt(string system, string architecture, string rid)
    {
        var exitCode = Run(0, new() { ["RUNNER_OS"] = system, ["RUNNER_ARCH"] = architecture, ["ACTION_REPOSITORY"] = "o/r" });

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                $"release download v1.2.3 --repo o/r --pattern kedastack-{rid}.tar.gz --clobber",
                $"attestation verify kedastack-{rid}.tar.gz --repo o/r --signer-workflow o/r/.github/workflows/release.yml",
            ],
            Calls);
        Assert.EndsWith("/temp/kedastack\n", File.ReadAllText(_directory.Combine("path")), StringComparison.Ordinal);
    }

    [Fact]
    public void Install_OfAnotherRelease_TakesThat()
    {
        Run(0, new() { ["RUNNER_OS"] = "Linux", ["RUNNER_ARCH"] = "X64", ["ACTION_REPOSITORY"] = "o/r", ["VERSION"] = "v0.9.0" });

        Assert.StartsWith("release download v0.9.0 ", Calls[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Install_OnARunnerWithoutAProgram_SaysSo()
    {
        Assert.Equal(1, Run(0, new() { ["RUNNER_OS"] = "macOS", ["RUNNER_ARCH"] = "X64" }));
        Assert.Empty(Calls);
    }

    [Fact]
    public void Install_WithoutProvenance_PutsNothingOnThePath()
    {
        Program("gh", "case \"$1\" in attestation) exit 1 ;; esac");

        Assert.NotEqual(0, Run(0, new() { ["RUNNER_OS"] = "Linux", ["RUNNER_ARCH"] = "X64", ["ACTION_REPOSITORY"] = "o/r" }));
        Assert.False(File.Exists(_directory.Combine("path")));
    }

    [Fact]
    public void Check_WithEveryInput_HandsThemOn()
    {
        Run(1, new()
        {
            ["PATHS"] = "k8s/a b\n\nmore\n",
            ["COMPLETE"] = "true",
            ["NAME"] = "shop/web",
            ["KEDA_VERSION"] = "2.19",
            ["KUBERNETES_VERSION"] = "1.36",
            ["SEVERITY"] = "warning",
            ["FORMAT"] = "sarif",
            ["STACK"] = "prod",
            ["CONFIG"] = "a=1, 2\nb=$(id)",
            ["DIRECTORY"] = "infra",
            ["GIVEN"] = "aks.json\nkeda.json",
            ["CONTEXT"] = "kind-demo",
        });

        Assert.Equal(
            [
                "check", "--severity", "warning", "--sarif", "--complete", "--name", "shop/web", "--keda-version", "2.19", "--kubernetes-version", "1.36",
                "--stack", "prod", "--directory", "infra", "--context", "kind-demo", "--config", "a=1, 2", "--config", "b=$(id)",
                "--given", "aks.json", "--given", "keda.json", "k8s/a b", "more",
            ],
            Calls);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("2", 2)]
    public void Check_Always_EndsAsTheCommandDoesAndSaysHow(string code, int expected)
    {
        var exitCode = Run(1, new() { ["CODE"] = code, ["OUTPUT"] = _directory.Combine("report.txt") });

        Assert.Equal(expected, exitCode);
        Assert.Equal(["check", "--severity", "information"], Calls);
        Assert.Equal($"exit-code={code}\n", File.ReadAllText(_directory.Combine("output")));
        Assert.Equal("report\n", File.ReadAllText(_directory.Combine("report.txt")));
    }

    [Theory]
    [InlineData("FORMAT", "xml")]
    [InlineData("COMPLETE", "yes")]
    public void Check_OfAnInputThatIsNone_RunsNothing(string name, string value)
    {
        Assert.Equal(1, Run(1, new() { [name] = value }));
        Assert.Empty(Calls);
    }

    public void Dispose() => _directory.Dispose();

    private static IEnumerable<string> Inputs => Map("inputs").Children.Keys.Select(key => key.ToString());

    private static IEnumerable<YamlMappingNode> Steps => ((YamlSequenceNode)WorkflowFile.Find(_action, "runs", "steps")!).Cast<YamlMappingNode>();

    private string[] Calls => File.Exists(_directory.Combine("calls")) ? File.ReadAllLines(_directory.Combine("calls")) : [];

    private static YamlMappingNode Map(string key) => (YamlMappingNode)_action[key];

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(RepositoryRoot.Read("action.yml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>Runs a step with the defaults of the inputs, as GitHub does.</summary>
    private int Run(int place, Dictionary<string, string> environment)
    {
        var step = Steps.ElementAt(place);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", WorkflowFile.Find(step, "run")!.ToString()])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in ((YamlMappingNode)step["env"]).Children)
        {
            const string Input = "${{ inputs.";
            start.Environment[name.ToString()] = value.ToString().StartsWith(Input, StringComparison.Ordinal)
                ? WorkflowFile.Find(_action, "inputs", value.ToString()[Input.Length..^" }}".Length], "default")!.ToString()
                : "";
        }

        start.Environment["PATH"] = $"{_directory.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ACTION_PATH"] = _directory.Path;
        start.Environment["CALLS"] = _directory.Combine("calls");
        start.Environment["GITHUB_REPOSITORY"] = "somebody/else";
        start.Environment["GITHUB_OUTPUT"] = _directory.Combine("output");
        start.Environment["GITHUB_PATH"] = _directory.Combine("path");
        start.Environment["RUNNER_TEMP"] = _directory.Combine("temp");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return error.Result is null ? -1 : process.ExitCode;
    }

    private void Program(string name, string script)
    {
        var file = _directory.Combine(name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n".ReplaceLineEndings("\n"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

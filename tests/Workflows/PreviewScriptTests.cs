using System.Diagnostics;
using System.Runtime.Versioning;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workflows;

/// <summary>The preview script of pull-request.yml, with a <c>kedastack</c> that writes down how it is called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PreviewScriptTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(2, 2, false)]
    [InlineData(134, 134, false)]
    public void Preview_WithADiff_FallsBackOn1Only(int diffExitCode, int expectedExitCode, bool fallsBack)
    {
        var script = WorkflowFile.Named("pull-request.yml").Scripts.Single(text => text.Contains("--diff", StringComparison.Ordinal));

        var exitCode = Run(script, diffExitCode);

        var calls = File.ReadAllLines(_directory.Combine("calls"));
        Assert.Equal(expectedExitCode, exitCode);
        Assert.Equal(
            fallsBack ? ["--json", "--markdown --diff", "--markdown"] : ["--json", "--markdown --diff"],
            calls.Select(call => string.Join(' ', call.Split(' ').Where(word => word is "--json" or "--markdown" or "--diff"))));
    }

    public void Dispose() => _directory.Dispose();

    private int Run(string script, int diffExitCode)
    {
        Program("git", "mkdir -p \"$4\"; cp kedastack \"$4\"");
        Program("kedastack", $"echo \"$*\" >>\"{_directory.Combine("calls")}\"\ncase \"$*\" in *--diff*) exit {diffExitCode} ;; esac");
        // As GitHub runs a step whose shell is bash.
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = _directory.Path,
            Environment =
            {
                ["RUNNER_TEMP"] = _directory.Combine("temp"),
                ["STACK"] = "dev",
                ["PATH"] = $"{_directory.Path}:{Environment.GetEnvironmentVariable("PATH")}",
            },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Program(string name, string script)
    {
        var file = _directory.Combine(name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n".ReplaceLineEndings("\n"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

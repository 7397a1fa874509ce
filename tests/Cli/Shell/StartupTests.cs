using System.Diagnostics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell;

/// <summary>
/// Most of a short command's time goes into compiling what it calls. What that is can be told without a clock: the runtime
/// writes it down (DOTNET_JitDisasmSummary).
/// </summary>
public sealed class StartupTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("explain --value 45", "Spectre.Console")]
    [InlineData("simulate --traffic demo", "Spectre.Console")]
    [InlineData("simulate --traffic demo", "System.Text.Json.Serialization")]
    [InlineData("preview --json", "Spectre.Console")]
    [InlineData("explain --value 45", "compiled Azure.")]
    [InlineData("explain --value 45", "compiled k8s.")]
    [InlineData("simulate --traffic demo", "compiled Azure.")]
    [InlineData("simulate --traffic demo", "compiled k8s.")]
    [InlineData("check manifests", "compiled Azure.")]
    [InlineData("check manifests", "compiled k8s.")]
    [InlineData("doctor --offline tests/Scenarios/doctor-azure/right.json --namespace shop --json", "compiled Azure.")]
    [InlineData("doctor --offline tests/Scenarios/doctor-azure/right.json --namespace shop --json", "compiled k8s.")]
    public void Command_ThatNeedsNoTables_CompilesNothingOf(string command, string library)
    {
        var compiled = Compiled(command);

        Assert.Contains(compiled, method => method.Contains("KedaStack.Cli.", StringComparison.Ordinal));
        Assert.DoesNotContain(compiled, method => method.Contains(library, StringComparison.Ordinal));
    }

    public void Dispose() => _directory.Dispose();

    private string[] Compiled(string command)
    {
        var methods = _directory.Combine("methods");
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            // Files go without the stack.
            [Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), .. command.Split(' '), .. command.StartsWith("check ", StringComparison.Ordinal) ? Array.Empty<string>() : ["--directory", RepositoryRoot.Path]])
        {
            Environment = { ["DOTNET_JitStdOutFile"] = methods, ["DOTNET_JitDisasmSummary"] = "1" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        // On a busy machine a run is long enough for the runtime to compile once more what it had compiled beforehand.
        return [.. File.ReadAllLines(methods).Where(method => !method.Contains("Tier1", StringComparison.Ordinal))];
    }
}

using System.Diagnostics;
using System.Text;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>A command of a scenario as a process of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ScenarioProcess(int ExitCode, string Output, string Error)
{
    /// <summary>The environment variable that names the command to run, with blanks between its words; unset, it is the one just built.</summary>
    public const string CommandVariable = "KEDASTACK_COMMAND";

    // The tests' own environment stays outside: of it a command only needs to find programs and the .NET runtime.
    private static readonly string[] _inherited = ["PATH", "DOTNET_ROOT", "SystemRoot"];

    /// <summary>Runs a command.</summary>
    /// <param name="line">What to run.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="home">The user's folder, and that for temporary files.</param>
    public static async Task<ScenarioProcess> RunAsync(ScenarioLine line, string folder, string home)
    {
        var command = Environment.GetEnvironmentVariable(CommandVariable) is { Length: > 0 } given
            ? given.Split(' ')
            : [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "kedastack.dll")];
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. line.Arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        SetEnvironment(start.Environment, line, home);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await GiveInputAsync(process, line.Input is null ? null : Path.Combine(folder, line.Input));
            using var deadline = new CancellationTokenSource(Eventually.Deadline);
            await process.WaitForExitAsync(deadline.Token);
            return new ScenarioProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            process.End();
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, ScenarioLine line, string home)
    {
        var inherited = _inherited.Where(environment.ContainsKey).Select(name => (name, environment[name])).ToList();
        environment.Clear();
        foreach (var (name, value) in inherited)
        {
            environment[name] = value;
        }

        (environment["HOME"], environment["TMPDIR"]) = (home, home);
        (environment["LC_ALL"], environment["TZ"], environment["COLUMNS"]) = ("C.UTF-8", "UTC", "120");
        environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in line.Environment)
        {
            environment[name] = value;
        }
    }

    private static async Task GiveInputAsync(Process process, string? file)
    {
        try
        {
            if (file is not null)
            {
                await using var input = File.OpenRead(file);
                await input.CopyToAsync(process.StandardInput.BaseStream);
            }

            process.StandardInput.Close();
        }
        catch (IOException) when (file is not null)
        {
            // The command ended, or stopped to read, before the end of the file: what it wrote tells.
        }
    }
}

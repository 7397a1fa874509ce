using System.Diagnostics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>One of the workload's scripts as a child process, killed when it is disposed of.</summary>
internal sealed class ScriptProcess : IDisposable
{
    private static readonly string[] _settingNames =
    [
        "PORT", "HOST", "WORK_MILLISECONDS", "READ_SECONDS", "DRAIN_SECONDS", "STOP_ON_STDIN_EOF", "TARGET_URL",
        "RATE_PER_SECOND", "TIMEOUT_SECONDS", "MAX_IN_FLIGHT", "REPORT_SECONDS", "DURATION_SECONDS", "OUTPUT_FORMAT",
    ];

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];

    private ScriptProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public IReadOnlyList<string> Output => Copy(_output);

    public IReadOnlyList<string> Errors => Copy(_errors);

    public static ScriptProcess Start(string script, params (string Name, string Value)[] environment)
    {
        var path = RepositoryRoot.PathOf($"infra/Workload/scripts/{script}");
        var start = new ProcessStartInfo(PythonInterpreter.Executable!, [path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in _settingNames)
        {
            start.Environment.Remove(name);
        }

        // So that nothing is left when the tests themselves are killed.
        start.Environment["STOP_ON_STDIN_EOF"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ScriptProcess(new Process { StartInfo = start });
    }

    /// <summary>Waits for the first line of output that fits, among those already there and those to come.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> fits) => Eventually.GetAsync(
        () => Output.FirstOrDefault(fits),
        () => $"no such line of output; there is: {string.Join(" | ", Output.Concat(Errors))}");

    public void Terminate() => _process.Signal(ProcessSteering.Terminate);

    public void Interrupt() => _process.Signal(ProcessSteering.Interrupt);

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for the end of the process and of its output.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> WaitForExitAsync() => _process.WaitForExitCodeAsync();

    public void Dispose()
    {
        _process.End();
        _process.Dispose();
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    private static List<string> Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Local.Processes;

/// <summary>The Python that runs the stack's scripts.</summary>
/// <param name="Path">The interpreter itself, not a shim that looks for it each time.</param>
internal sealed record PythonInterpreter(string Path)
{
    private const string Name = "python3";
    private const string Question = "import sys; print(sys.version_info >= (3, 8)); print(sys.version.split()[0]); print(sys.executable)";
    private const string Advice = "install Python 3.8 or later so that python3 is on the PATH";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    /// <summary>Finds the interpreter.</summary>
    /// <param name="searchPath">The directories to look in, as in PATH.</param>
    /// <param name="clock">Says when it has taken too long to answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalRunException">There is none, it is too old, or it does not answer.</exception>
    public static async Task<PythonInterpreter> FindAsync(string searchPath, TimeProvider clock, CancellationToken cancellationToken)
    {
        var file = ProgramPath.Find(Name, searchPath) ?? throw new LocalRunException(
            $"{Name}: is not on the PATH; the sample app and the load generator are Python scripts: {Advice}");
        var answer = (await AskAsync(file, clock, cancellationToken)).Split('\n', StringSplitOptions.TrimEntries);
        return answer switch
        {
            ["True", _, { Length: > 0 } executable, ..] => new PythonInterpreter(executable),
            ["False", var version, ..] => throw new LocalRunException($"{Name}: {file} is too old (got {version}); {Advice}"),
            _ => throw new LocalRunException($"{Name}: {file} does not work as Python; {Advice}"),
        };
    }

    private static async Task<string> AskAsync(string file, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var process = Start(file);
        using var timeout = new CancellationTokenSource(_timeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await process.StandardOutput.ReadToEndAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            throw new LocalRunException(
                $"{Name}: {file} does not answer within {PrometheusDuration.Format(_timeout)}; run {file} --version by hand to see what holds it up, or {Advice}");
        }
    }

    private static Process Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(file, ["-c", Question])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new LocalRunException($"{Name}: {file} cannot be run ({exception.Message}); {Advice}");
        }
    }
}

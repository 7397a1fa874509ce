using System.ComponentModel;
using System.Diagnostics;

namespace KedaStack.Local.Processes;

/// <summary>The Python that runs the stack's scripts.</summary>
/// <param name="Path">The interpreter itself, not a shim that looks for it each time.</param>
internal sealed record PythonInterpreter(string Path)
{
    private const string Name = "python3";
    private const string Question = "import sys; print(sys.version_info >= (3, 8)); print(sys.version.split()[0]); print(sys.executable)";
    private const string Advice = "install Python 3.8 or later so that python3 is on the PATH";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Finds the interpreter.</summary>
    /// <param name="searchPath">The directories to look in, as in PATH.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalRunException">There is none, or it is too old.</exception>
    public static async Task<PythonInterpreter> FindAsync(string searchPath, CancellationToken cancellationToken)
    {
        var file = ProgramPath.Find(Name, searchPath) ?? throw new LocalRunException(
            $"{Name}: is not on the PATH; the sample app and the load generator are Python scripts: {Advice}");
        string[] answer;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, ["-c", Question])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_patience);
            answer = (await process.StandardOutput.ReadToEndAsync(limit.Token)).Split('\n', StringSplitOptions.TrimEntries);
        }
        catch (Win32Exception exception)
        {
            throw new LocalRunException($"{Name}: {file} cannot be run ({exception.Message}); {Advice}");
        }

        return answer switch
        {
            ["True", _, { Length: > 0 } executable, ..] => new PythonInterpreter(executable),
            ["False", var version, ..] => throw new LocalRunException($"{Name}: {file} is too old (got {version}); {Advice}"),
            _ => throw new LocalRunException($"{Name}: {file} does not work as Python; {Advice}"),
        };
    }
}

namespace KedaStack.Local.Processes;

/// <summary>What all processes of a run share.</summary>
/// <param name="Python">The interpreter.</param>
/// <param name="Directory">The directory for everything that is written.</param>
/// <param name="Guard">Ends them when this process is gone.</param>
/// <param name="Launcher">The path of the script that starts each of them.</param>
internal sealed record ProcessHost(PythonInterpreter Python, RunDirectory Directory, ProcessGuard Guard, string Launcher) : IAsyncDisposable
{
    /// <summary>Finds the interpreter, makes the directory and sets the guard.</summary>
    /// <param name="searchPath">Where to look for the interpreter, as in PATH.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalRunException">Something is missing.</exception>
    public static async Task<ProcessHost> CreateAsync(string searchPath, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new LocalRunException("Windows: has no signals, and local stops its replicas with them; run it in WSL, with Python 3.8 or later as python3");
        }

        var python = await PythonInterpreter.FindAsync(searchPath, TimeProvider.System, cancellationToken);
        var directory = RunDirectory.Create();
        try
        {
            return new ProcessHost(
                python, directory, await ProcessGuard.StartAsync(python, directory, cancellationToken), directory.WriteResource("launch.py"));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Directory.Dispose();
        await Guard.DisposeAsync();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace KedaStack.Local.Processes;

/// <summary>
/// A process that outlives this one by a moment: when this one is gone, however it ended, it ends the run's processes
/// and removes the run's directory.
/// </summary>
internal sealed class ProcessGuard : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();

    private ProcessGuard(Process process) => _process = process;

    /// <summary>Starts it; returns when it is on guard.</summary>
    /// <exception cref="LocalRunException">It cannot be started.</exception>
    public static async Task<ProcessGuard> StartAsync(
        PythonInterpreter python, RunDirectory directory, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo(python.Path, [directory.WriteResource("guard.py"), directory.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var guard = new ProcessGuard(process);
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) is null)
        {
            await guard.DisposeAsync();
            throw new LocalRunException($"{python.Path}: cannot run {directory.PathOf("guard.py")}; see the message above");
        }

        return guard;
    }

    /// <summary>A process has begun.</summary>
    public void Add(int processId) => Tell("+", processId.ToString(CultureInfo.InvariantCulture));

    /// <summary>A process has ended.</summary>
    public void Remove(int processId) => Tell("-", processId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes a file outside the run's directory for this run; it goes with it.</summary>
    /// <param name="path">Its whole path. There is a lock beside it.</param>
    /// <returns>Whether it is this run's; false when another one has it, or nothing may be written there.</returns>
    public bool TryTakeFile(string path)
    {
        lock (_gate)
        {
            Tell("", path);
            return _process.StandardOutput.ReadLine() == "yours";
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _process.StandardInput.Close();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Tell(string sign, string what)
    {
        lock (_gate)
        {
            try
            {
                _process.StandardInput.WriteLine(sign + what);
                _process.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // Somebody killed it: what it would have done after this process is left undone.
            }
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace KedaStack.Local.Processes;

/// <summary>
/// A process that outlives this one by a moment: when this one is gone, however it ended, it ends the run's processes,
/// removes the run's directory and gives the terminal back. When somebody kills it, another one takes its place.
/// </summary>
internal sealed class ProcessGuard : IAsyncDisposable
{
    private const int MostStarts = 10;
    private const string Ended = ".";
    private const string Screen = "=";

    private readonly PythonInterpreter _python;
    private readonly RunDirectory _directory;
    private readonly HashSet<int> _processIds = [];
    private readonly List<string> _files = [];
    private readonly Lock _gate = new();
    private Process _process;
    private int _starts = 1;
    private bool _hasScreen;
    private bool _isEnded;

    private ProcessGuard(PythonInterpreter python, RunDirectory directory, Process process) =>
        (_python, _directory, _process) = (python, directory, process);

    /// <summary>Called with a sentence when it was killed.</summary>
    public Action<string> OnDeath { get; set; } = _ => { };

    /// <summary>The number of its process.</summary>
    internal int ProcessId
    {
        get
        {
            lock (_gate)
            {
                return _process.Id;
            }
        }
    }

    /// <summary>Starts it; returns when it is on guard.</summary>
    /// <exception cref="LocalRunException">It cannot be started.</exception>
    public static async Task<ProcessGuard> StartAsync(
        PythonInterpreter python, RunDirectory directory, CancellationToken cancellationToken)
    {
        var script = directory.WriteResource("guard.py");
        var guard = new ProcessGuard(python, directory, Start(python, directory));
        if (await guard._process.StandardOutput.ReadLineAsync(cancellationToken) is null)
        {
            await guard.DisposeAsync();
            throw new LocalRunException($"{python.Path}: cannot run {script}; see the message above");
        }

        _ = guard.WatchAsync(guard._process);
        return guard;
    }

    /// <summary>A process has begun.</summary>
    public void Add(int processId)
    {
        lock (_gate)
        {
            _processIds.Add(processId);
            Tell("+", processId);
        }
    }

    /// <summary>A process has ended.</summary>
    public void Remove(int processId)
    {
        lock (_gate)
        {
            _processIds.Remove(processId);
            Tell("-", processId);
        }
    }

    /// <summary>From now on the terminal shows a screen of the run, and has to be given back.</summary>
    public void AddScreen()
    {
        lock (_gate)
        {
            _hasScreen = true;
            Tell(Screen);
        }
    }

    /// <summary>Takes a file outside the run's directory for this run; it goes with it.</summary>
    /// <param name="path">Its whole path. There is a lock beside it.</param>
    /// <returns>Whether it is this run's; false when another one has it, or nothing may be written there.</returns>
    public bool TryTakeFile(string path)
    {
        lock (_gate)
        {
            var isOurs = Take(path);
            if (isOurs)
            {
                _files.Add(path);
            }

            return isOurs;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Process process;
        lock (_gate)
        {
            (_isEnded, process) = (true, _process);
            Tell(Ended);
            try
            {
                process.StandardInput.Close();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // It was killed; what it would have done now is left undone.
            }
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(PythonInterpreter python, RunDirectory directory) =>
        Process.Start(new ProcessStartInfo(python.Path, [directory.PathOf("guard.py"), directory.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private async Task WatchAsync(Process process)
    {
        await process.WaitForExitAsync();
        string said;
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            said = TryReplace()
                ? "The guard, which ends the run's processes should this one be killed, was killed itself; another one has taken its place."
                : "The guard, which ends the run's processes should this one be killed, was killed itself, and no other one can be started: end the run with q or Ctrl-C only.";
        }

        OnDeath(said);
    }

    private bool TryReplace()
    {
        if (_starts++ >= MostStarts)
        {
            return false;
        }

        try
        {
            var next = Start(_python, _directory);
            if (next.StandardOutput.ReadLine() is null)
            {
                return false;
            }

            _process.Dispose();
            _process = next;
            foreach (var processId in _processIds)
            {
                Tell("+", processId);
            }

            if (_hasScreen)
            {
                Tell(Screen);
            }

            _files.ForEach(file => Take(file));
            _ = WatchAsync(next);
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return false;
        }
    }

    private bool Take(string path)
    {
        Tell(path);
        try
        {
            return _process.StandardOutput.ReadLine() == "yours";
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Tell(string sign, int processId) => Tell(sign + processId.ToString(CultureInfo.InvariantCulture));

    private void Tell(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Somebody killed it: the next one is told.
        }
    }
}

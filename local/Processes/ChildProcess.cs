using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KedaStack.Local.Processes;

/// <summary>A process of the run. It ends with this one, however this one ends.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int SigTerm = 15;
    private const string WithOutput = "-";
    private const int ReaderStackBytes = 256 * 1024;
    private const int MostErrorBytes = 4096;

    // What a program needs to find its libraries and its home; the rest of the user's environment is not the container's.
    private static readonly string[] _inherited = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

    private readonly Process _process;
    private readonly ProcessGuard _guard;
    private readonly string _errorFile;

    private ChildProcess(Process process, ProcessGuard guard, string errorFile, Action<string> onLine)
    {
        (_process, _guard, _errorFile) = (process, guard, errorFile);
        Id = process.Id;
        var output = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own: reading a pipe blocks, and the pool's threads are for what must not wait.
        new Thread(() => ReadOutput(onLine, output), ReaderStackBytes) { IsBackground = true, Name = $"output of {Id}" }.Start();
        Exited = WaitAsync(output.Task);
    }

    /// <summary>The number of the process.</summary>
    public int Id { get; }

    /// <summary>The exit code, once the process has ended and its output has been read; 128 and more for a signal.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="host">What all processes of the run share.</param>
    /// <param name="arguments">The script or program, then its arguments.</param>
    /// <param name="environment">Its environment, besides the few variables that every program needs.</param>
    /// <param name="name">A name for the file of its standard error, unique in the run; null to have it with its output.</param>
    /// <param name="onLine">Called with each line of output, on a thread of its own.</param>
    /// <exception cref="LocalRunException">The system has no room for another process.</exception>
    public static ChildProcess Start(
        ProcessHost host, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string? name, Action<string> onLine)
    {
        var errorFile = name is null ? WithOutput : host.Directory.PathOf(name + ".stderr");
        var start = new ProcessStartInfo(host.Python.Path, [host.Launcher, errorFile, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = host.Directory.Path,
        };
        foreach (var variable in start.Environment.Keys.Except(_inherited).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            throw new LocalRunException(
                $"{host.Python.Path}: cannot be started once more ({Reason(exception)}); end other programs, allow more open files (ulimit -n), or run with less load");
        }

        host.Guard.Add(process.Id);
        var child = new ChildProcess(process, host.Guard, errorFile, onLine);
        child.Begin();
        return child;
    }

    /// <summary>Asks it to end: SIGTERM.</summary>
    public void Terminate()
    {
        if (!Exited.IsCompleted && !_process.HasExited)
        {
            _ = SendSignal(Id, SigTerm);
        }
    }

    /// <summary>Ends it at once: SIGKILL.</summary>
    public void Kill()
    {
        if (!Exited.IsCompleted && !_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>The end of what it wrote to standard error, as one line; empty for nothing, and where it is with its output.</summary>
    public string LastErrors()
    {
        try
        {
            using var stream = new FileStream(_errorFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Seek(-Math.Min(stream.Length, MostErrorBytes), SeekOrigin.End);
            using var reader = new StreamReader(stream);
            return string.Join(" ", reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _ = Exited.ContinueWith(
            _ => _process.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    // .NET's own words name the program and its directory as well.
    private static string Reason(Exception exception) => exception is System.ComponentModel.Win32Exception { NativeErrorCode: var code }
        ? new System.ComponentModel.Win32Exception(code).Message
        : exception.Message.TrimEnd('.');

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int processId, int signal);

    private void Begin()
    {
        try
        {
            _process.StandardInput.Write('\n');
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has been killed already; its exit says so.
        }
    }

    private void ReadOutput(Action<string> onLine, TaskCompletionSource output)
    {
        try
        {
            while (_process.StandardOutput.ReadLine() is { } line)
            {
                onLine(line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Disposed of while it ran: nobody wants its output any more.
        }
        finally
        {
            output.SetResult();
        }
    }

    private async Task<int> WaitAsync(Task output)
    {
        await _process.WaitForExitAsync();
        _guard.Remove(Id);
        await output;
        return _process.ExitCode;
    }
}

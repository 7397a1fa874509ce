using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Shared;

/// <summary>What tests do with the processes that they start.</summary>
internal static class ProcessSteering
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    // Keeps the number of the process: what is started takes the place of this script.
    private const string WithInterrupt =
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])";

    /// <summary>
    /// A start of a process that SIGINT ends, however the tests have been started: a script's background jobs ignore the
    /// signal, what they start inherits that, and .NET leaves an ignored signal ignored.
    /// </summary>
    public static ProcessStartInfo Interruptible(string file, IEnumerable<string> arguments) =>
        PythonInterpreter.Executable is { } python
            ? new ProcessStartInfo(python, ["-I", "-S", "-c", WithInterrupt, file, .. arguments])
            : new ProcessStartInfo(file, arguments);

    /// <summary>Sends a signal.</summary>
    public static void Signal(this Process process, int signal)
    {
        if (SendSignal(process.Id, signal) != 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>Waits for the end of a process and of its output, and gives its exit code.</summary>
    public static async Task<int> WaitForExitCodeAsync(this Process process)
    {
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    /// <summary>Ends a process that still runs.</summary>
    public static void End(this Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}

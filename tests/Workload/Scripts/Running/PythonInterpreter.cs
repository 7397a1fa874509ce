using System.ComponentModel;
using System.Diagnostics;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>The python3 of this machine.</summary>
internal static class PythonInterpreter
{
    private static readonly Lazy<string?> _executable = new(Find);

    /// <summary>The interpreter itself, past any launcher script on PATH; null when there is none.</summary>
    public static string? Executable => _executable.Value;

    public static string? SkipReason => Executable is null ? "python3 is not on PATH; the scripts need it to run" : null;

    private static string? Find()
    {
        var start = new ProcessStartInfo("python3", ["-c", "import sys; print(sys.executable)"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var executable = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? executable : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A file system without room, mounted for a test; that takes the super-user.</summary>
internal sealed class FullDisk : IDisposable
{
    private const int Bytes = 64 * 1024;

    private readonly TemporaryDirectory _directory = new();

    public FullDisk()
    {
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "none", _directory.Path))
        {
            _directory.Dispose();
            throw new InvalidOperationException("The file system cannot be mounted.");
        }
    }

    public string Path => _directory.Path;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? SkipReason { get; } = Try();

    public void Dispose()
    {
        TryRun("umount", "-l", _directory.Path);
        _directory.Dispose();
    }

    private static string? Try()
    {
        try
        {
            new FullDisk().Dispose();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "mounting a small file system takes the super-user of this machine";
        }
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

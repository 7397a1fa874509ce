using System.Diagnostics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A small file system, mounted for a test; that takes the super-user.</summary>
internal sealed class FullDisk : IDisposable
{
    /// <summary>Too small for a Prometheus from the beginning.</summary>
    public const int NoRoomBytes = 64 * 1024;

    /// <summary>Enough for the data of a short run.</summary>
    public const int EnoughBytes = 32 * 1024 * 1024;

    private const string Ballast = "ballast";

    private readonly TemporaryDirectory _directory = new();

    /// <param name="bytes">Its size.</param>
    public FullDisk(int bytes = NoRoomBytes)
    {
        if (!TryRun("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={bytes}"), "none", _directory.Path))
        {
            _directory.Dispose();
            throw new InvalidOperationException("The file system cannot be mounted.");
        }
    }

    public string Path => _directory.Path;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? SkipReason { get; } = Try();

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(_directory.Combine(Ballast), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                ballast.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void Free() => File.Delete(_directory.Combine(Ballast));

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

namespace KedaStack.Local.Processes;

/// <summary>A file that could not be written, in a sentence with what to do.</summary>
internal static class UnwritableFile
{
    /// <summary>The event when the disk is full.</summary>
    public const string DiskFull = "DiskFull";

    /// <summary>The event when it may not be written.</summary>
    public const string NotWritable = "NotWritable";

    private const int ReadOnlyFileSystem = 30; // EROFS, which .NET has no exception for

    /// <summary>Whether writing a file failed as such failures do, and is the user's to put right.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What is wrong and what to do. What .NET says of a full disk has no code of its own, so that it is what
    /// remains.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="exception">Why not; see <see cref="Is"/>.</param>
    public static LocalRunException Of(string path, Exception exception)
    {
        var isForbidden = exception is UnauthorizedAccessException or DirectoryNotFoundException or FileNotFoundException
            || exception.HResult == ReadOnlyFileSystem;
        var advice = isForbidden ? "set TMPDIR to a directory that you may write to" : "make room there, or set TMPDIR to a directory with some";
        return new LocalRunException($"{path}: cannot be written ({exception.Message.TrimEnd('.')}); {advice}")
        {
            Reason = isForbidden ? NotWritable : DiskFull,
        };
    }
}

namespace KedaStack.Cli.Simulate;

/// <summary>A file that shows how far it is read.</summary>
/// <param name="path">The file.</param>
/// <param name="progress">The line that shows it.</param>
internal sealed class ReportedFile(string path, ProgressLine progress)
    : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan)
{
    private const int BufferBytes = 1 << 16;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Report();
        return base.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        Report();
        return base.Read(buffer);
    }

    // What is no plain file, such as a pipe, has no length.
    private void Report() => progress.Report($"Reading {Path.GetFileName(Name)}", CanSeek && Length > 0 ? (double)Position / Length : null);
}


namespace KedaStack.Resources.Load;

/// <summary>Hears how far a work is; may be called at any time, by any thread.</summary>
/// <param name="work">What is being done.</param>
/// <param name="share">How much of it is done, 0 to 1; null when nobody knows.</param>
internal delegate void ReadingProgress(string work, double? share);

/// <summary>A recording that shows how far it is read, and whose beginning can be looked at before it is read: also a pipe's.</summary>
/// <param name="inner">The recording.</param>
/// <param name="name">What people call it.</param>
/// <param name="progress">Hears how far it is read.</param>
/// <param name="cancellationToken">Ends a read, also one that waits for a pipe to have something.</param>
internal sealed class TrafficStream(Stream inner, string name, ReadingProgress progress, CancellationToken cancellationToken) : Stream
{
    private const int BufferBytes = 1 << 16;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _from;
    private int _to;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file; a pipe or a device, too.</param>
    /// <param name="progress">Hears how far it is read.</param>
    /// <param name="cancellationToken">Ends a read.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    /// <remarks>A pipe opens when somebody writes to it, which may be never.</remarks>
    public static TrafficStream Open(string path, ReadingProgress progress, CancellationToken cancellationToken) => new(
        Task.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan),
            CancellationToken.None).WaitAsync(cancellationToken).GetAwaiter().GetResult(),
        Path.GetFileName(path), progress, cancellationToken);

    /// <summary>The first character that is not blank, of a text of which nothing has been read.</summary>
    /// <returns>Null: there is none within 64 KiB.</returns>
    public char? FirstCharacter()
    {
        for (var at = 0; ; at++)
        {
            if (at == _to && (at == BufferBytes || !TryFill()))
            {
                return null;
            }

            // A byte order mark counts as blank.
            if (_buffer[at] is > (byte)' ' and < 0x80)
            {
                return (char)_buffer[at];
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_from == _to)
        {
            (_from, _to) = (0, 0);
            TryFill();
        }

        var length = Math.Min(buffer.Length, _to - _from);
        _buffer.AsSpan(_from, length).CopyTo(buffer);
        _from += length;
        return length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryFill()
    {
        // What is no plain file, such as a pipe, has no length, and may have nothing to read for long.
        progress($"Reading {name}", inner.CanSeek && inner.Length > 0 ? (double)inner.Position / inner.Length : null);
        var read = inner.CanSeek
            ? inner.Read(_buffer.AsSpan(_to))
            : inner.ReadAsync(_buffer.AsMemory(_to), cancellationToken).AsTask().WaitAsync(cancellationToken).GetAwaiter().GetResult();
        _to += read;
        return read > 0;
    }
}

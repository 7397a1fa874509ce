using System.Text;
using System.Threading.Channels;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>A reader that takes nothing until it is told to.</summary>
internal sealed class StuckStream : Stream
{
    private readonly Channel<string> _writes = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _room = new(0);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Waits for a write that is stuck.</summary>
    public async Task<string> StuckAsync(string containing)
    {
        var text = await _writes.Reader.ReadAsync();
        Assert.Contains(containing, text, StringComparison.Ordinal);
        return text;
    }

    public void Release() => _room.Release();

    public void ReleaseAll() => _room.Release(1000);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writes.Writer.WriteAsync(Encoding.UTF8.GetString(buffer.Span), cancellationToken);
        await _room.WaitAsync(cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _room.Dispose();
        base.Dispose(disposing);
    }
}

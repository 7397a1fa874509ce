using System.Threading.Channels;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Local.Screen;

namespace KedaStack.Tests.Reports.Local.Screen;

/// <summary>A terminal that remembers what was written to it.</summary>
internal sealed class FakeScreen : IScreen
{
    private readonly Channel<char> _keys = Channel.CreateUnbounded<char>();
    private readonly Channel<string> _writes = Channel.CreateUnbounded<string>();

    public ScreenSize Size { get; set; } = new(80, 24);

    public bool HasColours { get; init; } = true;

    public ChartGlyphs Glyphs { get; init; } = ChartGlyphs.Ascii;

    public ChannelReader<char>? Keys => HasKeys ? _keys.Reader : null;

    public bool HasKeys { get; init; } = true;

    public List<string> Written { get; } = [];

    public void Press(char key) => _keys.Writer.TryWrite(key);

    /// <summary>Waits for the next write.</summary>
    public async Task<string> NextAsync() => await _writes.Reader.ReadAsync();

    public void Write(string text)
    {
        Written.Add(text);
        _writes.Writer.TryWrite(text);
    }
}

using System.Globalization;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

/// <summary>A CSV with a row for each second, which is nowhere held.</summary>
internal sealed class CountingRows(long rows) : TextReader
{
    private const int LongestRow = 32;
    private long _next;

    public override int Read(char[] buffer, int index, int count)
    {
        var written = 0;
        for (; _next < rows && count - written >= LongestRow; _next++)
        {
            _next.TryFormat(buffer.AsSpan(index + written), out var length, default, CultureInfo.InvariantCulture);
            written += length;
            buffer[index + written++] = ',';
            (_next * 7919 % 1009).TryFormat(buffer.AsSpan(index + written), out length, default, CultureInfo.InvariantCulture);
            written += length;
            buffer[index + written++] = '\n';
        }

        return written;
    }
}

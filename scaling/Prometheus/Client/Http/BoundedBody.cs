namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>Reads a body up to a bound, whatever its length says and however it is compressed.</summary>
internal static class BoundedBody
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The body.</summary>
    /// <param name="content">The content, decompressed.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bytes, the first ones of a longer body, and whether it is longer.</returns>
    public static async Task<(byte[] Bytes, bool IsLonger)> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return ([], true);
        }

        using var bytes = new MemoryStream();
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[BufferBytes];
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                var room = maxBytes - (int)bytes.Length;
                bytes.Write(buffer, 0, Math.Min(count, room));
                if (count > room)
                {
                    return (bytes.ToArray(), true);
                }
            }
        }

        return (bytes.ToArray(), false);
    }
}

using System.Globalization;
using System.Text;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Reads files whose length is not to be trusted: a device or a pipe says 0, and may have no end.</summary>
internal static class CappedText
{
    private const int BufferCharacters = 1 << 16;

    /// <summary>The whole text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostCharacters">The most that is read.</param>
    /// <exception cref="IOException">It cannot be read, or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static string Read(string path, int mostCharacters)
    {
        using var reader = new StreamReader(path);
        var text = new StringBuilder();
        var buffer = new char[BufferCharacters];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            if (text.Length + count > mostCharacters)
            {
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it is larger than {mostCharacters >> 20} MiB"));
            }

            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }
}

namespace KedaStack.Resources.Files.Documents;

/// <summary>A text that is no YAML or JSON that can be read.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column, from 1.</param>
/// <param name="found">What is there.</param>
internal sealed class DocumentException(long line, long column, string found) : Exception(found)
{
    /// <summary>The line, from 1.</summary>
    public long Line => line;

    /// <summary>The column, from 1.</summary>
    public long Column => column;
}

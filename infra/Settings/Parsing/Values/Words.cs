namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>The words of a setting that allows no others, in the spelling of the config.</summary>
/// <param name="Entries">The words and what they stand for.</param>
internal sealed record Words<T>(params IReadOnlyList<(string Word, T Value)> Entries)
    where T : struct, Enum
{
    /// <summary>All words.</summary>
    public IReadOnlyList<string> All => [.. Entries.Select(entry => entry.Word)];

    /// <summary>The word for a meaning.</summary>
    public string WordOf(T value) => Entries.First(entry => entry.Value.Equals(value)).Word;

    /// <summary>The meaning of a word, spelt exactly.</summary>
    /// <returns>Null when there is no such word.</returns>
    public T? Find(string word)
    {
        foreach (var entry in Entries)
        {
            if (entry.Word == word)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

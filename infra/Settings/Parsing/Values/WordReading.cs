using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Reads settings that allow only certain words.</summary>
internal static class WordReading
{
    /// <summary>One of the words.</summary>
    public static T? Word<T>(this SettingsReader reader, string key, Words<T> words)
        where T : struct, Enum =>
        reader.Text(key) is { } text ? Word(reader, key, words, text) : null;

    /// <summary>One of the words, or null when nothing is said.</summary>
    public static T? OptionalWord<T>(this SettingsReader reader, string key, Words<T> words)
        where T : struct, Enum =>
        reader.OptionalText(key) is { } text ? Word(reader, key, words, text) : null;

    /// <summary>A list of the words, none of them twice.</summary>
    public static IReadOnlyList<T> Words<T>(this SettingsReader reader, string key, Words<T> words)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var item in reader.Items(key))
        {
            if (Word(reader, key, words, item) is { } value && !values.Contains(value))
            {
                values.Add(value);
            }
            else if (words.Find(item) is not null)
            {
                reader.Reject(key, "has the same word twice", item, "keep one of them");
            }
        }

        return values;
    }

    private static T? Word<T>(SettingsReader reader, string key, Words<T> words, string text)
        where T : struct, Enum
    {
        if (words.Find(text) is { } value)
        {
            return value;
        }

        var all = $"{string.Join(", ", words.All.SkipLast(1))} or {words.All[^1]}";
        var right = EditDistance.Nearest(text, words.All) is { } nearest
            ? $"did you mean {nearest}? Allowed is {all}"
            : $"write {all}";
        reader.Reject(key, "is an unknown word", text, right);
        return null;
    }
}

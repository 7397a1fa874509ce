using System.Buffers;
using System.Collections.Immutable;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks tags (Microsoft Learn, "Use tags to organize your Azure resources", Limitations).</summary>
internal static class TagReader
{
    private const string Key = SettingKeys.Tags;
    private const int MostTags = 50;
    private const int LongestName = 512;
    private const int LongestValue = 256;

    private static readonly SearchValues<char> _illegalInName = SearchValues.Create(@"<>%&\?/");

    public static ImmutableSortedDictionary<string, string> Read(SettingsReader reader)
    {
        var items = reader.Items(Key);
        if (items.Count > MostTags)
        {
            reader.RejectQuoted(Key, "has more than 50 tags", $"{items.Count}", "leave some out, since Azure allows 50 on a resource");
        }

        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (Split(reader, item) is not (var name, var value))
            {
                continue;
            }

            if (!names.Add(name))
            {
                reader.Reject(Key, "has the same tag twice", item, "keep one of them; the case of a tag's name does not matter");
                continue;
            }

            tags.Add(name, value);
        }

        return tags.ToImmutable();
    }

    private static (string Name, string Value)? Split(SettingsReader reader, string item)
    {
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            reader.Reject(Key, equals < 0 ? "has an item without =" : "has an item without a name", item, "write name=value");
            return null;
        }

        var (name, value) = (item[..equals], item[(equals + 1)..]);
        if (name.AsSpan().ContainsAny(_illegalInName))
        {
            reader.Reject(Key, "has an illegal character in a tag's name", item, @"leave out < > % & \ ? and /");
            return null;
        }

        if (name.Length > LongestName)
        {
            reader.Reject(Key, "has a tag's name of more than 512 characters", item, "shorten it");
            return null;
        }

        if (value.Length > LongestValue)
        {
            reader.Reject(Key, "has a tag's value of more than 256 characters", item, "shorten it");
            return null;
        }

        return (name, value);
    }
}

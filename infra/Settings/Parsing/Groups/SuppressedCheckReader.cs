using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads the suppressions of checks. Whether there is a check of an id is known to the command line only.</summary>
internal static class SuppressedCheckReader
{
    private const string Key = SettingKeys.SuppressedChecks;

    public static ImmutableSortedDictionary<string, string> Read(SettingsReader reader)
    {
        var suppressions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var item in reader.Items(Key))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            var (id, reason) = equals < 0 ? (item, "") : (item[..equals].Trim(), item[(equals + 1)..].Trim());
            if (!CheckId.IsMatch(id))
            {
                reader.Reject(Key, "has an item that does not begin with the id of a check", item, "write id=reason, such as cooldown-without-effect=set for later");
            }
            else if (reason.Length == 0)
            {
                reader.Reject(Key, "has an item without a reason", item, $"write {id}=, and behind it why the finding is meant to be");
            }
            else if (!suppressions.TryAdd(id, reason))
            {
                reader.Reject(Key, "has the same check twice", item, "keep one of them");
            }
        }

        return suppressions.ToImmutable();
    }

    private static Regex CheckId => field ??= new("^[a-z]+(-[a-z]+)*\\z", RegexOptions.CultureInvariant);
}

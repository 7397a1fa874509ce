using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Reads labels of Kubernetes (kubernetes.io/docs/concepts/overview/working-with-objects/labels).</summary>
internal static class LabelReading
{
    private const int LongestPrefix = 253;

    /// <summary>The labels of a list whose items are written name=value.</summary>
    public static ImmutableSortedDictionary<string, string> Labels(this SettingsReader reader, string key)
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var item in reader.Items(key))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                reader.Reject(key, equals < 0 ? "has an item without =" : "has an item without a name", item, "write name=value");
            }
            else if (Problem(item[..equals], item[(equals + 1)..]) is { } problem)
            {
                reader.Reject(key, problem, item, "write a label as Kubernetes allows it");
            }
            else if (!labels.TryAdd(item[..equals], item[(equals + 1)..]))
            {
                reader.Reject(key, "has the same label twice", item, "keep one of them");
            }
        }

        return labels.ToImmutable();
    }

    /// <summary>What is wrong with a label; null when nothing is.</summary>
    public static string? Problem(string name, string value)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var prefix = slash < 0 ? null : name[..slash];
        return !Word.IsMatch(name[(slash + 1)..]) || prefix is { Length: 0 or > LongestPrefix } || (prefix is not null && !KubernetesName.IsSubdomain(prefix))
            ? "has an illegal name of a label"
            : value.Length > 0 && !Word.IsMatch(value) ? "has an illegal value of a label"
            : null;
    }

    private static Regex Word => field ??= new(@"^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant);
}

using System.Text;
using KedaStack.Infra.Settings.Catalogue;

namespace KedaStack.Reports.Tune;

/// <summary>
/// Changes as a piece of <c>Pulumi.&lt;stack&gt;.yaml</c>. The keys have no namespace, as in that file: Pulumi adds the project's.
/// </summary>
internal static class ConfigFragment
{
    /// <summary>The YAML.</summary>
    public static string Write(IReadOnlyList<SettingChange> changes)
    {
        var yaml = new StringBuilder("config:\n");
        foreach (var change in changes)
        {
            if (change.After.Items is { } items)
            {
                yaml.Append("  ").Append(change.Key).Append(items.Count == 0 ? ": []\n" : ":\n");
                yaml.AppendJoin("", items.Select(item => $"    - {item}\n"));
                continue;
            }

            // A text that looks like a number would come to Pulumi as one: 1.50 as 1.5.
            var isText = SettingsCatalogue.Find(change.Key)!.Type == SettingType.String;
            yaml.Append("  ").Append(change.Key).Append(": ").Append(isText ? $"\"{change.After.Text}\"" : change.After.Text).Append('\n');
        }

        return yaml.ToString();
    }
}

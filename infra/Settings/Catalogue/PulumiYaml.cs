using System.Text;

namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>
/// Writes the catalogue into Pulumi.yaml, whose <c>config:</c> block Pulumi checks and shows. Every setting has a
/// default there, since Pulumi takes a key without one for required.
/// </summary>
public static class PulumiYaml
{
    private const string ConfigLine = "config:";
    private const string Comment = "  # Generated from infra/Settings/Catalogue: change it there, then run ./kedastack settings --write.";

    /// <summary>Replaces the block by the catalogue's and keeps the rest of the file.</summary>
    /// <param name="text">The file; without a block it gets one at its end.</param>
    public static string WithConfigBlock(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var start = lines.FindIndex(line => line.TrimEnd() == ConfigLine);
        if (start < 0)
        {
            start = lines.Count;
        }

        var end = start + 1;
        while (end < lines.Count && (lines[end].Length == 0 || lines[end][0] == ' '))
        {
            end++;
        }

        while (end > start + 1 && end < lines.Count && lines[end - 1].Length == 0)
        {
            end--;
        }

        return $"{string.Join('\n', [.. lines.Take(start), .. ConfigBlock(), .. lines.Skip(end)])}\n";
    }

    private static List<string> ConfigBlock()
    {
        var block = new List<string> { ConfigLine, Comment };
        foreach (var group in SettingsCatalogue.All.GroupBy(definition => definition.Group))
        {
            block.Add($"  # {group.Key}");
            block.AddRange(group.SelectMany(Declaration));
        }

        return block;
    }

    private static IEnumerable<string> Declaration(SettingDefinition definition)
    {
        yield return $"  {definition.Key}:";
        yield return $"    type: {Name(definition.Type)}";
        if (definition.Type is SettingType.Array)
        {
            yield return "    items:";
            yield return $"      type: {Name(definition.ItemType)}";
        }

        yield return $"    default: {(definition.Type is SettingType.String ? Quote(definition.Default) : definition.Default)}";
        yield return $"    description: {Quote(definition.FullDescription)}";
    }

    private static string Name(SettingType type) => type switch
    {
        SettingType.String => "string",
        SettingType.Integer => "integer",
        SettingType.Boolean => "boolean",
        SettingType.Array => "array",
        SettingType.Object => "object",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Pulumi.yaml has no such type."),
    };

    private static string Quote(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString();
}

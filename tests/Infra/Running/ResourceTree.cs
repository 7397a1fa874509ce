using System.Text;

namespace KedaStack.Tests.Infra.Running;

/// <summary>The resources of a run as an indented text: parent before child, siblings by type and name.</summary>
internal static class ResourceTree
{
    public static string Text(StackRun run)
    {
        var text = new StringBuilder();
        Append(text, run, parent: null, indent: "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, StackRun run, string? parent, string indent)
    {
        foreach (var child in run.Resources
            .Where(resource => resource.Parent == parent)
            .OrderBy(resource => resource.Name, StringComparer.Ordinal)
            .ThenBy(resource => resource.Type, StringComparer.Ordinal))
        {
            text.Append(indent).Append(child.Name).Append(" (").Append(child.Type).Append(")\n");
            Append(text, run, child.Label, indent + "  ");
        }
    }
}

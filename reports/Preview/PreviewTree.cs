using System.Text.Json.Nodes;
using KedaStack.Infra.Refusals;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;
using Spectre.Console;

namespace KedaStack.Reports.Preview;

/// <summary>The preview for people: the tree of components and resources with what matters of each.</summary>
internal static class PreviewTree
{
    private const int CommandIndent = 4;

    /// <summary>Writes the tree, the counts and the outputs.</summary>
    /// <param name="stack">The preview.</param>
    /// <param name="console">Gets it.</param>
    /// <param name="widthColumns">The width that commands are fitted into.</param>
    public static void Write(ResourceGraph stack, IAnsiConsole console, int widthColumns = PlainConsole.UnlimitedWidth)
    {
        var tree = new Tree(StyledText.Bold($"Stack {stack.Stack}")) { Guide = TreeGuide.Line };
        var children = stack.Resources.ToLookup(resource => resource.Parent);
        foreach (var resource in children[null])
        {
            Add(tree, resource, children, stack);
        }

        console.Write(tree);
        console.WriteLine();
        console.WriteLine(Counts(stack));
        console.WriteLine();
        console.Write(StyledText.Bold("Outputs\n"));
        foreach (var (name, output) in stack.Outputs)
        {
            console.Write(Output(name, output, widthColumns));
        }
    }

    /// <summary>The same as text, for a file.</summary>
    public static string ToText(ResourceGraph stack) => PlainConsole.Text(console => Write(stack, console));

    private static void Add(
        IHasTreeNodes parent, GraphResource resource, ILookup<string?, GraphResource> children, ResourceGraph stack)
    {
        var heading = StyledText.Bold(resource.Name).Append("  ").Then(Color.Grey, resource.Type);
        var node = parent.AddNode(resource.Options.Protect ? heading.Append("  ").Then(Color.Yellow, "protected") : heading);
        foreach (var (label, value) in ResourceHighlights.Of(resource))
        {
            node.AddNode(Value(label, value));
        }

        foreach (var (when, hooks) in resource.Options.Hooks)
        {
            node.AddNode(StyledText.In(Color.Grey, $"{when}: {string.Join(", ", hooks)}"));
        }

        if (resource.Options.DependsOn.Count > 0)
        {
            var names = resource.Options.DependsOn.Select(urn => stack.Resources.First(other => other.Urn == urn)).Select(Label);
            node.AddNode(StyledText.In(Color.Grey, $"after: {string.Join(", ", names)}"));
        }

        foreach (var child in children[resource.Urn])
        {
            Add(node, child, children, stack);
        }
    }

    private static string Label(GraphResource resource) => $"{resource.Name} ({resource.Type[(resource.Type.LastIndexOf(':') + 1)..]})";

    /// <summary>A value with its name; references to what the deployment makes stand out.</summary>
    private static Paragraph Value(string label, string value) => ReferenceToken.FindAll(value).Any()
        ? StyledText.Plain($"{label}: ").Then(Color.Aqua, ReferenceToken.Strip(value))
        : StyledText.Plain($"{label}: {value}");

    private static string Counts(ResourceGraph stack)
    {
        var groups = stack.Resources
            .GroupBy(resource => (resource.IsComponent, Package: resource.Type.Split(':')[0]) switch
            {
                (true, _) => "to group the others",
                (_, "azure-native") => "in Azure",
                (_, "kubernetes") => "in the cluster",
                _ => "to reach the cluster",
            })
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}");
        return $"{Shown.Count(stack.Resources.Count, "resource")}: {string.Join(", ", groups)}.";
    }

    private static string Output(string name, GraphOutput output, int widthColumns)
    {
        var lines = ReferenceToken.Strip(output.Shown).TrimEnd('\n').Split('\n');
        return name switch
        {
            // The readme is a page of its own; pulumi shows it with: pulumi stack output readme
            "readme" => $"  {name}: {Shown.Count(lines.Length, "line")}\n",
            // For the program itself.
            StackRecord.OutputName when JsonNode.Parse(output.Shown) is JsonObject record =>
                $"  {name}: what an update must not replace, of {Shown.Count(record.Count, "resource")}\n",
            _ when lines.Length == 1 => $"  {name}: {lines[0]}\n",
            _ => $"  {name}:\n{string.Concat(lines.Select(line => ShellLines.Of(line, widthColumns, CommandIndent)))}",
        };
    }
}

using System.Text.Json.Nodes;
using KedaStack.Infra.Refusals;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Graph;
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
        var tree = new Tree($"[bold]Stack {stack.Stack.EscapeMarkup()}[/]") { Guide = TreeGuide.Line };
        var children = stack.Resources.ToLookup(resource => resource.Parent);
        foreach (var resource in children[null])
        {
            Add(tree, resource, children, stack);
        }

        console.Write(tree);
        console.WriteLine();
        console.WriteLine(Counts(stack));
        console.WriteLine();
        console.MarkupLine("[bold]Outputs[/]");
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
        var node = parent.AddNode($"[bold]{resource.Name.EscapeMarkup()}[/]  [grey]{resource.Type.EscapeMarkup()}[/]{Marks(resource)}");
        foreach (var (label, value) in ResourceHighlights.Of(resource))
        {
            node.AddNode($"{label}: {Shown(value)}");
        }

        foreach (var (when, hooks) in resource.Options.Hooks)
        {
            node.AddNode($"[grey]{when}: {string.Join(", ", hooks).EscapeMarkup()}[/]");
        }

        if (resource.Options.DependsOn.Count > 0)
        {
            var names = resource.Options.DependsOn.Select(urn => stack.Resources.First(other => other.Urn == urn)).Select(Label);
            node.AddNode($"[grey]after: {string.Join(", ", names).EscapeMarkup()}[/]");
        }

        foreach (var child in children[resource.Urn])
        {
            Add(node, child, children, stack);
        }
    }

    private static string Label(GraphResource resource) => $"{resource.Name} ({resource.Type[(resource.Type.LastIndexOf(':') + 1)..]})";

    private static string Marks(GraphResource resource) => resource.Options.Protect ? "  [yellow]protected[/]" : "";

    /// <summary>A value; references to what the deployment makes stand out.</summary>
    private static string Shown(string value)
    {
        var escaped = value.EscapeMarkup();
        return ReferenceToken.FindAll(value).Any() ? $"[cyan]{ReferenceToken.Strip(escaped)}[/]" : escaped;
    }

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
        return $"{Resources.Writing.Shown.Count(stack.Resources.Count, "resource")}: {string.Join(", ", groups)}.";
    }

    private static string Output(string name, GraphOutput output, int widthColumns)
    {
        var lines = ReferenceToken.Strip(output.Shown).TrimEnd('\n').Split('\n');
        return name switch
        {
            // The readme is a page of its own; pulumi shows it with: pulumi stack output readme
            "readme" => $"  {name}: {Resources.Writing.Shown.Count(lines.Length, "line")}\n",
            // For the program itself.
            StackRecord.OutputName when JsonNode.Parse(output.Shown) is JsonObject record =>
                $"  {name}: what an update must not replace, of {Resources.Writing.Shown.Count(record.Count, "resource")}\n",
            _ when lines.Length == 1 => $"  {name}: {lines[0]}\n",
            _ => $"  {name}:\n{string.Concat(lines.Select(line => ShellLines.Of(line, widthColumns, CommandIndent)))}",
        };
    }
}

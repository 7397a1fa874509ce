using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Workflows;

/// <summary>A job of a workflow.</summary>
public sealed record WorkflowJob(string Name, YamlMappingNode Node)
{
    public IEnumerable<YamlMappingNode> Steps => ((YamlSequenceNode)Node["steps"]).Cast<YamlMappingNode>();

    /// <summary>The permissions, such as <c>contents: read</c>.</summary>
    public IEnumerable<string> Permissions => WorkflowFile.Find(Node, "permissions") is YamlMappingNode map
        ? map.Children.Select(entry => $"{entry.Key}: {entry.Value}")
        : [];

    public string If => WorkflowFile.Find(Node, "if")?.ToString() ?? "";
}

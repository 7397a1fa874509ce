using KedaStack.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Workflows;

/// <summary>A file of <c>.github/workflows</c>.</summary>
public sealed record WorkflowFile
{
    private const string Folder = ".github/workflows";

    private WorkflowFile(string name)
    {
        Name = name;
        Text = RepositoryRoot.Read($"{Folder}/{name}");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        Root = (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    public static IReadOnlyList<WorkflowFile> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.PathOf(Folder)).Order(StringComparer.Ordinal)
            .Select(file => new WorkflowFile(Path.GetFileName(file))),
    ];

    public static TheoryData<string> Names => [.. All.Select(workflow => workflow.Name)];

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    /// <summary>The events that start it.</summary>
    public IEnumerable<string> Triggers => Root["on"] switch
    {
        YamlMappingNode map => map.Children.Keys.Select(key => key.ToString()),
        YamlSequenceNode list => list.Select(item => item.ToString()),
        var scalar => [scalar.ToString()],
    };

    public IEnumerable<WorkflowJob> Jobs => ((YamlMappingNode)Root["jobs"]).Children
        .Select(entry => new WorkflowJob(entry.Key.ToString(), (YamlMappingNode)entry.Value));

    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => job.Steps);

    /// <summary>The shell scripts.</summary>
    public IEnumerable<string> Scripts => Steps.Select(step => Find(step, "run")).OfType<YamlNode>().Select(script => script.ToString());

    public static WorkflowFile Named(string name) => All.Single(workflow => workflow.Name == name);

    /// <summary>The node at a path of keys; null where there is none.</summary>
    public static YamlNode? Find(YamlNode node, params string[] path)
    {
        foreach (var key in path)
        {
            if (node is not YamlMappingNode map || !map.Children.TryGetValue(key, out var child))
            {
                return null;
            }

            node = child;
        }

        return node;
    }
}

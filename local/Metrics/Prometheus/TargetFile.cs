using System.Text.Json.Nodes;
using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>The file that tells Prometheus which replicas to scrape (file_sd), with the labels that the cluster's would have.</summary>
/// <param name="path">The file.</param>
/// <param name="draft">A file beside it on the same disk, in a directory that nobody else can write to.</param>
/// <param name="template">The replicas.</param>
/// <param name="labels">The labels that the query asks for.</param>
internal sealed class TargetFile(string path, string draft, PodTemplate template, IReadOnlyList<LabelMatcher> labels)
{
    /// <summary>The label with the name of the replica.</summary>
    public const string PodLabel = "pod";

    private readonly Lock _gate = new();

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Writes the file; readers see the old one or the new one, never a part.</summary>
    /// <param name="targets">The replicas.</param>
    /// <exception cref="LocalRunException">The file cannot be written.</exception>
    public void Write(IReadOnlyList<PodPlace> targets)
    {
        var json = new JsonArray([.. targets.Select(Target)]);
        lock (_gate)
        {
            try
            {
                File.WriteAllText(draft, json.ToJsonString());
                File.Move(draft, path, overwrite: true);
            }
            catch (Exception exception) when (UnwritableFile.Is(exception))
            {
                throw UnwritableFile.Of(path, exception);
            }
        }
    }

    private JsonObject Target(PodPlace place)
    {
        var own = new JsonObject
        {
            [PodLabel] = place.Name,
            ["service"] = template.Name,
            ["container"] = template.Name,
            ["endpoint"] = template.PortName,
        };
        foreach (var label in labels)
        {
            own[label.Name] = label.Value;
        }

        return new JsonObject { ["targets"] = new JsonArray(place.Address.ToString()), ["labels"] = own };
    }
}

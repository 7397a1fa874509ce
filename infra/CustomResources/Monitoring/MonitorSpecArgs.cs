using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>
/// What a ServiceMonitor and a PodMonitor share. For managed Prometheus the label limits are those of its ingestion service: above
/// them it drops series silently, with them set the scrape fails and says so.
/// </summary>
public abstract class MonitorSpecArgs : ResourceArgs
{
    private const int LabelLimitOfAzure = 63;
    private const int LabelNameLimitOfAzure = 511;
    private const int LabelValueLimitOfAzure = 1023;

    /// <summary>An empty spec, with the limits of whoever reads it.</summary>
    /// <param name="group">Who reads it.</param>
    protected MonitorSpecArgs(MonitorGroup group)
    {
        if (group == MonitorGroup.AzureMonitor)
        {
            LabelLimit = LabelLimitOfAzure;
            LabelNameLengthLimit = LabelNameLimitOfAzure;
            LabelValueLengthLimit = LabelValueLimitOfAzure;
        }
    }

    /// <summary>Which objects are scraped, by their labels.</summary>
    [Input("selector", required: true)]
    public Input<LabelSelectorArgs> Selector { get; set; } = null!;

    /// <summary>The namespaces of the objects; the monitor's own unless said otherwise.</summary>
    [Input("namespaceSelector")]
    public Input<NamespaceSelectorArgs>? NamespaceSelector { get; set; }

    /// <summary>The most labels of a series.</summary>
    [Input("labelLimit")]
    public Input<int>? LabelLimit { get; set; }

    /// <summary>The longest name of a label, in characters.</summary>
    [Input("labelNameLengthLimit")]
    public Input<int>? LabelNameLengthLimit { get; set; }

    /// <summary>The longest value of a label, in characters.</summary>
    [Input("labelValueLengthLimit")]
    public Input<int>? LabelValueLengthLimit { get; set; }
}

/// <summary>The namespaces that a monitor looks for objects in, where not its own.</summary>
public sealed class NamespaceSelectorArgs : ResourceArgs
{
    [Input("matchNames")]
    private InputList<string>? _matchNames;

    /// <summary>Their names.</summary>
    public InputList<string> MatchNames
    {
        get => _matchNames ??= [];
        set => _matchNames = value;
    }
}

using Pulumi;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>What is done with a scraped series before it is sent.</summary>
public sealed class RelabelingArgs : ResourceArgs
{
    [Input("sourceLabels")]
    private InputList<string>? _sourceLabels;

    /// <summary>The labels whose values are joined with <c>;</c> and compared; <c>__name__</c> is the metric.</summary>
    public InputList<string> SourceLabels
    {
        get => _sourceLabels ??= [];
        set => _sourceLabels = value;
    }

    /// <summary>The regular expression that the whole joined text has to match.</summary>
    [Input("regex")]
    public Input<string>? Regex { get; set; }

    /// <summary>What is done, such as <c>keep</c>.</summary>
    [Input("action")]
    public Input<string>? Action { get; set; }
}

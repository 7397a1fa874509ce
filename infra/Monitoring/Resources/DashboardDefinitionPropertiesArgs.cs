using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

/// <summary>The content of a dashboard.</summary>
public sealed class DashboardDefinitionPropertiesArgs : ResourceArgs
{
    /// <summary>Grafana's JSON, as a text.</summary>
    [Input("serializedData", required: true)]
    public Input<string> SerializedData { get; set; } = null!;
}

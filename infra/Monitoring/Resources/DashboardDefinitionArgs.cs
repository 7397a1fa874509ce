using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

/// <summary>The inputs of a <see cref="DashboardDefinition"/>.</summary>
public sealed class DashboardDefinitionArgs : ResourceArgs
{
    /// <summary>The resource group.</summary>
    [Input("resourceGroupName", required: true)]
    public Input<string> ResourceGroupName { get; set; } = null!;

    /// <summary>The dashboard.</summary>
    [Input("dashboardName", required: true)]
    public Input<string> DashboardName { get; set; } = null!;

    /// <summary>The definition's own name; Azure knows only <c>default</c>.</summary>
    [Input("definitionName", required: true)]
    public Input<string> DefinitionName { get; set; } = null!;

    /// <summary>The content.</summary>
    [Input("properties", required: true)]
    public Input<DashboardDefinitionPropertiesArgs> Properties { get; set; } = null!;
}

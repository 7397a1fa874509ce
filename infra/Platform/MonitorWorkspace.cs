using Pulumi;

namespace KedaStack.Infra.Platform;

/// <summary>An Azure Monitor workspace, whether the stack makes it or was given it.</summary>
/// <param name="Id">Its resource id.</param>
/// <param name="QueryEndpoint">The address of the Prometheus query API, without a trailing slash.</param>
/// <param name="Location">Its region, where whatever runs over its series has to be.</param>
internal sealed record MonitorWorkspace(Output<string> Id, Output<string> QueryEndpoint, Output<string> Location)
{
    /// <summary>The id of its subscription.</summary>
    /// <value>Null: the stack's own.</value>
    public string? Subscription { get; init; }
}

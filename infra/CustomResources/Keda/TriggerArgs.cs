using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>One source of a ScaledObject's metric.</summary>
public sealed class TriggerArgs : ResourceArgs
{
    /// <summary>The scaler, such as <c>prometheus</c>.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    /// <summary>Its name, unique in the ScaledObject.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>AverageValue, Value or Utilization; AverageValue unless said otherwise.</summary>
    [Input("metricType")]
    public Input<string>? MetricType { get; set; }

    /// <summary>Whether KEDA answers the HPA from what it polled; false unless said otherwise.</summary>
    [Input("useCachedMetrics")]
    public Input<bool>? UseCachedMetrics { get; set; }

    [Input("metadata", required: true)]
    private InputMap<string>? _metadata;

    /// <summary>The scaler's parameters. All are strings: the schema refuses numbers and booleans.</summary>
    public InputMap<string> Metadata
    {
        get => _metadata ??= [];
        set => _metadata = value;
    }

    /// <summary>How the scaler signs in.</summary>
    [Input("authenticationRef")]
    public Input<AuthenticationRefArgs>? AuthenticationRef { get; set; }
}

/// <summary>A trigger's TriggerAuthentication.</summary>
public sealed class AuthenticationRefArgs : ResourceArgs
{
    /// <summary>Its kind; TriggerAuthentication unless said otherwise.</summary>
    [Input("kind")]
    public Input<string>? Kind { get; set; }

    /// <summary>Its name, in the ScaledObject's namespace.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

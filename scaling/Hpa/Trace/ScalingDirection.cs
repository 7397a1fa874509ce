namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>A direction of scaling.</summary>
public enum ScalingDirection
{
    /// <summary>More replicas.</summary>
    Up,

    /// <summary>Fewer replicas.</summary>
    Down,
}

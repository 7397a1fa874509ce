namespace KedaStack.Scaling.Hpa.Semantics;

/// <summary>How behavior looks back on what it did before.</summary>
public enum ScaleEventAccounting
{
    /// <summary>
    /// Both directions of scale events count, the current size is kept between both stabilization windows, and
    /// <c>selectPolicy: Min</c> works upwards: today's controllers.
    /// </summary>
    BothDirections,

    /// <summary>
    /// Only events of the same direction count, only the window of the proposal's direction stabilizes, and
    /// <c>selectPolicy: Min</c> never scales up: controllers of about Kubernetes 1.19.
    /// </summary>
    SameDirection,
}

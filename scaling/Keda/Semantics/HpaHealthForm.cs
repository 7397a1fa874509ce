namespace KedaStack.Scaling.Keda.Semantics;

/// <summary>Where a ScaledObject shows whether its HPA has a metric (the HPA's condition ScalingActive).</summary>
public enum HpaHealthForm
{
    /// <summary>Its condition HPAActive: KEDA 2.20.2 and later.</summary>
    OwnCondition,

    /// <summary>Its condition Ready, which is False without one: KEDA 2.20.0 and 2.20.1.</summary>
    PartOfReady,

    /// <summary>Nowhere: KEDA up to 2.19.</summary>
    Unknown,
}

namespace KedaStack.Scaling.Keda.Loop;

/// <summary>The rows of KEDA's decision, in the order in which they are tried.</summary>
public enum ScaleDecisionKind
{
    /// <summary>An annotation pauses the ScaledObject: nothing.</summary>
    Paused,

    /// <summary>Active with 0 replicas, or below the minimum with idle replicas: scaled to the minimum, at least 1.</summary>
    Activated,

    /// <summary>The same, but scale-out is paused: nothing.</summary>
    ActivationPaused,

    /// <summary>Active, but some trigger is in error: nothing, and the activity is not remembered.</summary>
    PartialTriggerError,

    /// <summary>Active: the HPA decides; the activity is remembered.</summary>
    Active,

    /// <summary>In error with a fallback: the HPA is left to it.</summary>
    LeftToFallback,

    /// <summary>In error without a fallback: nothing.</summary>
    TriggerError,

    /// <summary>Not active and cooled down: scaled to the idle replicas or 0 in one step.</summary>
    Deactivated,

    /// <summary>Not active, but not cooled down yet.</summary>
    CoolingDown,

    /// <summary>Not active, but scale-in is paused.</summary>
    DeactivationPaused,

    /// <summary>Not active below the minimum: scaled to the minimum.</summary>
    RaisedToMinimum,

    /// <summary>Not active, and nothing to do.</summary>
    Unchanged,
}

namespace KedaStack.Scaling.Keda.Semantics;

/// <summary>What KEDA's admission webhook says of a polling interval and a cooldown period without effect.</summary>
public enum AdmissionWarnings
{
    /// <summary>Nothing (before 2.20; pull request 7271 of kedacore/keda).</summary>
    None,

    /// <summary>It warns unless idleReplicaCount is 0 (2.20).</summary>
    OnlyIdleZeroCounts,

    /// <summary>It warns unless there is an idleReplicaCount, in other words (2.21; pull requests 7984 and 8031).</summary>
    AnyIdleCounts,
}

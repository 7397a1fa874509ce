namespace KedaStack.Scaling.Keda.Loop;

/// <summary>The status of a condition.</summary>
public enum ConditionStatus
{
    /// <summary>It is so.</summary>
    True,

    /// <summary>It is not so.</summary>
    False,

    /// <summary>It can't be told.</summary>
    Unknown,
}

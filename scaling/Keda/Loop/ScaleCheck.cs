namespace KedaStack.Scaling.Keda.Loop;

/// <summary>What KEDA's polling loop knows when it decides.</summary>
public readonly record struct ScaleCheck
{
    /// <summary>The time.</summary>
    public required long NowMilliseconds { get; init; }

    /// <summary>The target's desired replicas.</summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>Whether any trigger is active.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether any trigger is in error.</summary>
    public bool IsError { get; init; }

    /// <summary>When a check last saw activity; null when none ever did.</summary>
    public long? LastActiveMilliseconds { get; init; }

    /// <summary>When the ScaledObject was made.</summary>
    public long CreationMilliseconds { get; init; }
}

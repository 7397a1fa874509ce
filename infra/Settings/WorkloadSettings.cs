namespace KedaStack.Infra.Settings;

/// <summary>The sample app and its load generator.</summary>
public sealed record WorkloadSettings
{
    /// <summary>The namespace of both.</summary>
    public required string Namespace { get; init; }

    /// <summary>The Python image of both, pinned by digest.</summary>
    public required string Image { get; init; }

    /// <summary>How long the app works on a request.</summary>
    public required TimeSpan WorkPerRequest { get; init; }

    /// <summary>The replicas of the load generator at its creation; 0 for none. Later they are left to people.</summary>
    public required int LoadGeneratorReplicas { get; init; }

    /// <summary>The requests per second that each replica of the load generator offers.</summary>
    public required decimal LoadGeneratorRate { get; init; }
}

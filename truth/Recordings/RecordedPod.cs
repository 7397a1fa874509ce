namespace KedaStack.Truth.Recordings;

/// <summary>A pod's life as the API's watchers saw it.</summary>
public sealed record RecordedPod
{
    /// <summary>The pod's name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created.</summary>
    public required long CreatedMilliseconds { get; init; }

    /// <summary>When it became Ready; null when it never did.</summary>
    public long? ReadyMilliseconds { get; init; }

    /// <summary>When its deletion was asked for; null when it never was.</summary>
    public long? DeletingMilliseconds { get; init; }

    /// <summary>The requests that it had served at its deletion; null when it was not deleted.</summary>
    public double? Served { get; init; }

    /// <summary>When it was gone; null when it stayed.</summary>
    public long? GoneMilliseconds { get; init; }
}

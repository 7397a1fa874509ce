namespace KedaStack.Local.Load;

/// <summary>The load generators of the stack.</summary>
public sealed record GeneratorTemplate
{
    /// <summary>The name of their Deployment.</summary>
    public required string Name { get; init; }

    /// <summary>The file name of the script; it ends in <c>.py</c>.</summary>
    public required string ScriptName { get; init; }

    /// <summary>The script.</summary>
    public required string Script { get; init; }

    /// <summary>The container's environment. TARGET_URL, RATE_PER_SECOND, OUTPUT_FORMAT, REPORT_SECONDS,
    /// DURATION_SECONDS and STOP_ON_STDIN_EOF are replaced.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The requests per second of one generator; above 0.</summary>
    public required decimal Rate { get; init; }
}

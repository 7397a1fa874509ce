using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>A PromQL expression whose result is stored, at each evaluation, as series of another name.</summary>
/// <param name="Record">The name of the series that it stores.</param>
/// <param name="Expression">The PromQL expression.</param>
internal sealed record RecordingRule(string Record, string Expression)
{
    /// <summary>The labels that it adds to each stored series.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
}

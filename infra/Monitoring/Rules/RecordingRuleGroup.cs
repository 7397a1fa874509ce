using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>
/// Recording rules that are evaluated together, one after the other. None here reads what another one records, so that
/// no result depends on how soon a recorded sample can be queried.
/// </summary>
/// <param name="Name">The beginning of the name that Azure's own tools give the group; a hyphen and the cluster follow.</param>
/// <param name="Description">What needs the group.</param>
/// <param name="Rules">The rules, in the order of evaluation.</param>
internal sealed record RecordingRuleGroup(string Name, string Description, ImmutableArray<RecordingRule> Rules)
{
    /// <summary>
    /// The most rules that Azure takes in one group; not adjustable
    /// (https://learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits).
    /// </summary>
    public const int MaximumRules = 20;
}

/// <summary>A PromQL expression whose result is stored, at each evaluation, as series of another name.</summary>
/// <param name="Record">The name of the series that it stores.</param>
/// <param name="Expression">The PromQL expression.</param>
internal sealed record RecordingRule(string Record, string Expression)
{
    /// <summary>The labels that it adds to each stored series.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
}

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

using System.Xml;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>A rule group has 1 to 20 rules, an interval from 1 minute to 1 day, and a workspace among its scopes.</summary>
internal sealed class RuleGroupLimits() : Check(new()
{
    Id = "rule-group-limits",
    Severity = Severity.Error,
    Title = "A rule group has 1 to 20 rules, an interval from 1 minute to 1 day, a workspace among its scopes, and expressions that can be read",
    Failure = "`BadRequest` when the group is made: too many rules, bad PromQL, `interval` out of range, or a scope that is no workspace",
    Cause = "These limits of Azure are not adjustable.",
    Fix = "Split the group; write the interval as `PT1M`; put the workspace's id into `scopes`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const int MostRules = 20;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var group in stack.OfType(ResourceTypes.RuleGroup))
        {
            var rules = group.Inputs.Objects("rules");
            if (rules.Count is 0 or > MostRules)
            {
                yield return Found(group, "rules", $"{rules.Count} rules", "1 to 20");
            }

            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i].Text("expression") is null or "" || (rules[i].Text("record") ?? rules[i].Text("alert")) is null or "")
                {
                    yield return Found(group, $"rules[{i}]", "a rule without an expression, or that is neither record nor alert", "both");
                }
                else if (PromQuery.Read(rules[i].Text("expression")!).Problem is { } problem)
                {
                    yield return Found(group, $"rules[{i}].expression", problem, "a PromQL expression");
                }
            }

            if (Interval(group) is not { } interval || interval < TimeSpan.FromMinutes(1) || interval > TimeSpan.FromDays(1))
            {
                yield return Found(group, "interval", group.Inputs.Shown("interval"), "PT1M to P1D");
            }

            if (!group.Inputs.Texts("scopes").Any(scope => stack.Referenced(scope, ResourceTypes.Workspace, "id") is not null
                || scope.Contains("/providers/Microsoft.Monitor/accounts/", StringComparison.OrdinalIgnoreCase)))
            {
                yield return Found(group, "scopes", group.Inputs.Shown("scopes"), "the id of a workspace, and that of the cluster");
            }
        }
    }

    private static TimeSpan? Interval(GraphResource group)
    {
        try
        {
            return group.Inputs.Text("interval") is { } text ? XmlConvert.ToTimeSpan(text) : TimeSpan.FromMinutes(1);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

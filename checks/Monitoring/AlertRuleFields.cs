using System.Text.RegularExpressions;
using System.Xml;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>An alert's duration, severity and action groups are what Azure takes.</summary>
internal sealed partial class AlertRuleFields() : Check(new()
{
    Id = "alert-rule-fields",
    Severity = Severity.Error,
    Title = "An alert's duration, severity and action groups are ones that Azure accepts",
    Failure = "`BadRequest` when the group is made, or an alert that tells nobody",
    Cause = "Azure writes `for` as an ISO 8601 duration and not as Prometheus does, severities as 0 (critical) to 4, and an action group by its id.",
    Fix = "Write `PT10M` for `10m`, a severity from 0 to 4, and the id of an action group in `actions[].actionGroupId`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const int LeastSevere = 4;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var group in stack.OfType(ResourceTypes.RuleGroup))
        {
            var rules = group.Inputs.Objects("rules");
            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i].Text("alert") is null)
                {
                    continue;
                }

                if (rules[i].At("for") is not null && !IsDuration(rules[i].Text("for")))
                {
                    yield return Found(group, $"rules[{i}].for", rules[i].Shown("for"), "an ISO 8601 duration such as PT10M");
                }

                if (rules[i].At("severity") is not null && rules[i].Number("severity") is not (>= 0 and <= LeastSevere))
                {
                    yield return Found(group, $"rules[{i}].severity", rules[i].Shown("severity"), "0 to 4");
                }

                foreach (var action in rules[i].Objects("actions").Where(action => !IsActionGroup(stack, action.Text("actionGroupId"))))
                {
                    yield return Found(group, $"rules[{i}].actions", action.Shown("actionGroupId"), "the id of an action group");
                }
            }
        }
    }

    private static bool IsDuration(string? text)
    {
        try
        {
            return text is not null && XmlConvert.ToTimeSpan(text) >= TimeSpan.Zero;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsActionGroup(StackView stack, string? id) =>
        stack.Referenced(id, ResourceTypes.ActionGroup, "id") is not null || (id is not null && ActionGroupId().IsMatch(id));

    [GeneratedRegex("/providers/microsoft\\.insights/actionGroups/[^/]+\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionGroupId();
}

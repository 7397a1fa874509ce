using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>Alerts and their action groups are switched on.</summary>
internal sealed class AlertsEnabled() : Check(new()
{
    Id = "alerts-enabled",
    Severity = Severity.Warning,
    Title = "Alerts and their action groups are switched on",
    Failure = "nothing: the alert is there, and never fires or never tells anybody",
    Cause = "A rule group, each of its rules and an action group have an `enabled` of their own.",
    Fix = "Set `enabled` to true, or leave the rule out.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var group in stack.OfType(ResourceTypes.RuleGroup))
        {
            var rules = group.Inputs.Objects("rules");
            if (group.Inputs.IsFalse("enabled") && rules.Any(IsAlert))
            {
                yield return Found(group, "enabled", "false", "true");
            }

            for (var i = 0; i < rules.Count; i++)
            {
                if (IsAlert(rules[i]) && rules[i].IsFalse("enabled"))
                {
                    yield return Found(group, $"rules[{i}].enabled", "false", "true");
                }
            }
        }

        foreach (var group in stack.OfType(ResourceTypes.ActionGroup).Where(group => !group.Inputs.IsTrue("enabled")))
        {
            yield return Found(group, "enabled", group.Inputs.Shown("enabled"), "true");
        }
    }

    private static bool IsAlert(JsonObject rule) => rule.Text("alert") is not null;
}

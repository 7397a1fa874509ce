using System.Collections.Immutable;
using System.Xml;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.AlertsManagement.Inputs;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Monitor.Inputs;
using ActionGroupArgs = Pulumi.AzureNative.Monitor.ActionGroupArgs;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>The alerts as a Prometheus rule group of Azure, and who gets an e-mail.</summary>
internal sealed class AlertRuleGroup : ComponentResource
{
    /// <summary>What e-mails call the sender; 12 characters at most
    /// (https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups).</summary>
    public const string ActionGroupShortName = "autoscaler";

    // Action groups of any other region keep their data there, and not every region has them.
    private const string ActionGroupLocation = "Global";

    // As long as the condition has to be gone before the alert is over.
    private static readonly TimeSpan _timeToResolve = TimeSpan.FromMinutes(5);

    /// <summary>Creates the group, and the action group if there are addresses.</summary>
    public AlertRuleGroup(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        ClusterRuleGroups groups,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:AlertRuleGroup", name, options)
    {
        var actionGroup = settings.Monitoring.AlertEmails.Count > 0
            ? CreateActionGroup(settings.Monitoring.AlertEmails, names, resourceGroup, tags)
            : null;
        foreach (var group in AlertGroup.All(settings, names.ClusterLabel))
        {
            groups.Create(
                this, $"{group.Workload ?? "autoscaler"}-alerts", group.Name, group.Description, group.Rules.Select(rule => ToArgs(rule, actionGroup)));
        }

        RegisterOutputs();
    }

    private static PrometheusRuleArgs ToArgs(AlertRule rule, ActionGroup? actionGroup)
    {
        var args = new PrometheusRuleArgs
        {
            Alert = rule.Name,
            Expression = rule.Expression,
            For = XmlConvert.ToString(rule.For),
            Severity = (int)rule.Severity,
            Enabled = true,
            Annotations = rule.Annotations.ToImmutableDictionary(),
            ResolveConfiguration = new PrometheusRuleResolveConfigurationArgs
            {
                AutoResolved = true,
                TimeToResolve = XmlConvert.ToString(_timeToResolve),
            },
        };
        if (rule.Workload is { } workload)
        {
            args.Labels["workload"] = workload;
        }

        if (actionGroup is not null)
        {
            args.Actions.Add(new PrometheusRuleGroupActionArgs { ActionGroupId = actionGroup.Id });
        }

        return args;
    }

    private ActionGroup CreateActionGroup(
        IReadOnlyList<string> addresses, ResourceNames names, Output<string> resourceGroup, InputMap<string> tags) =>
        new("alert-emails", new ActionGroupArgs
        {
            ResourceGroupName = resourceGroup,
            ActionGroupName = names.ActionGroup,
            GroupShortName = ActionGroupShortName,
            Location = ActionGroupLocation,
            Enabled = true,
            EmailReceivers = addresses.Select((address, index) => new MicrosoftCommonEmailReceiverArgs
            {
                Name = FormattableString.Invariant($"email-{index + 1}"),
                EmailAddress = address,
                UseCommonAlertSchema = true,
            }).ToArray(),
            Tags = tags,
        }, new CustomResourceOptions { Parent = this });
}

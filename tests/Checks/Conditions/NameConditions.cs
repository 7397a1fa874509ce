using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Names, each with the longest that its type may have and one more, and numbers of rules.</summary>
internal static class NameConditions
{
    private const string Check = "name-limits";
    private const string Rules = "PrometheusRuleGroup/kubernetes-recording-rules";

    private static readonly (string Resource, string Path, int Most, string Stack)[] _limits =
    [
        ("ResourceGroup/resource-group", "resourceGroupName", 90, PreviewedStacks.Default),
        ("ManagedCluster/aks", "resourceName", 63, PreviewedStacks.Default),
        ("ManagedCluster/aks", "dnsPrefix", 54, PreviewedStacks.Default),
        ("AzureMonitorWorkspace/workspace", "azureMonitorWorkspaceName", 50, PreviewedStacks.Default),
        ("DataCollectionEndpoint/data-collection-endpoint", "dataCollectionEndpointName", 44, PreviewedStacks.Default),
        ("DataCollectionRule/data-collection-rule", "dataCollectionRuleName", 64, PreviewedStacks.Default),
        ("DataCollectionRuleAssociation/data-collection-rule-association", "associationName", 64, PreviewedStacks.Default),
        ("Grafana/grafana", "workspaceName", 23, PreviewedStacks.Default),
        ("Dashboard/autoscaler-dashboard", "dashboardName", 30, PreviewedStacks.Default),
        ("UserAssignedIdentity/keda-identity", "resourceName", 128, PreviewedStacks.Default),
        ("FederatedIdentityCredential/keda-credential", "federatedIdentityCredentialResourceName", 120, PreviewedStacks.Default),
        (Rules, "ruleGroupName", 260, PreviewedStacks.Default),
        ("ActionGroup/alert-emails", "actionGroupName", 260, PreviewedStacks.WithEmail),
        ("ActionGroup/alert-emails", "groupShortName", 12, PreviewedStacks.WithEmail),
        ("ScaledObject/scaled-object", "metadata.name", 54, PreviewedStacks.Default),
        ("Namespace/keda-demo", "metadata.name", 63, PreviewedStacks.Default),
        ("Service/sample-app", "metadata.name", 63, PreviewedStacks.Default),
        ("Deployment/sample-app", "metadata.name", 253, PreviewedStacks.Default),
        ("ConfigMap/sample-app", "metadata.name", 253, PreviewedStacks.Default),
        ("ServiceMonitor/service-monitor", "metadata.name", 253, PreviewedStacks.Default),
        ("PodMonitor/keda-metrics", "metadata.name", 253, PreviewedStacks.Default),
        ("TriggerAuthentication/keda-authentication", "metadata.name", 253, PreviewedStacks.Default),
    ];

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        .. _limits.SelectMany(limit => Sides(limit.Resource, limit.Path, limit.Most, limit.Stack)),
        new(Check, "no name", stack => stack.Without("Grafana/grafana", "workspaceName"), "workspaceName", "nothing; expected at most 23 characters"),
        new(Check, "an empty name", stack => stack.With("ActionGroup/alert-emails", "groupShortName", ""), "groupShortName", " (0 characters); expected at most 12 characters") { Stack = PreviewedStacks.WithEmail },
        new("rule-group-limits", "as many rules as there may be", stack => Count(stack, 20)),
        new("rule-group-limits", "one rule more", stack => Count(stack, 21), "rules", "21 rules; expected 1 to 20"),
        new("rule-group-limits", "no rule", stack => Count(stack, 0), "rules", "0 rules"),
        new("rule-group-limits", "one rule", stack => Count(stack, 1)),
        new("rule-group-limits", "a minute", stack => stack.With(Rules, "interval", "PT1M")),
        new("rule-group-limits", "less than a minute", stack => stack.With(Rules, "interval", "PT59S"), "interval", "PT59S; expected PT1M to P1D"),
        new("rule-group-limits", "a day", stack => stack.With(Rules, "interval", "P1D")),
        new("rule-group-limits", "more than a day", stack => stack.With(Rules, "interval", "P1DT1S"), "interval", "P1DT1S; expected PT1M to P1D"),
        new("rule-group-limits", "a duration as Prometheus writes it", stack => stack.With(Rules, "interval", "1m"), "interval", "1m; expected PT1M to P1D"),
        new("rule-group-limits", "an expression that is none", stack => stack.With(Rules, "rules[0].expression", "sum("), "rules[0].expression", "expected a PromQL expression"),
        new("rule-group-limits", "a rule of neither kind", stack => stack.Without(Rules, "rules[0].record"), "rules[0]", "neither record nor alert; expected both"),
        new("resource-group", "no group of the stack", stack => stack.WithoutResource("ResourceGroup/resource-group")),
        new("resource-group", "another letter case", stack => stack.With("Grafana/grafana", "resourceGroupName", StackEdits.Get(stack.Named("ResourceGroup/resource-group").Inputs, "resourceGroupName")!.GetValue<string>().ToUpperInvariant())),
    ];

    private static IEnumerable<StackCondition> Sides(string resource, string path, int most, string stack)
    {
        yield return new(Check, $"{path} of {resource} of {most} characters", one => one.With(resource, path, new string('a', most))) { Stack = stack };
        yield return new(Check, $"{path} of {resource} of {most + 1} characters", one => one.With(resource, path, new string('a', most + 1)), path, $"({most + 1} characters); expected at most {most} characters: ") { Stack = stack };
    }

    private static ResourceGraph Count(ResourceGraph stack, int count)
    {
        var rule = StackEdits.Get(stack.Named(Rules).Inputs, "rules[0]")!;
        return stack.With(Rules, "rules", new JsonArray([.. Enumerable.Repeat(rule, count).Select(one => one.DeepClone())]));
    }
}

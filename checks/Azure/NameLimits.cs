using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>Names are within the limits of their types.</summary>
internal sealed partial class NameLimits() : Check(new()
{
    Id = "name-limits",
    Severity = Severity.Error,
    Title = "Names are within the limits of their types",
    Failure = "`InvalidResourceName`, `metadata.name: Invalid value: ...: must be no more than 63 characters`, or for a ScaledObject `the name of the HPA ... is longer than 63 characters`",
    Cause = "Azure and Kubernetes limit names by type: 23 characters for a Grafana, 44 for a data collection endpoint, 54 for a ScaledObject (the HPA is `keda-hpa-<name>`).",
    Fix = "Shorten the name prefix or the stack's name.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly NameRule[] _rules =
    [
        new(ResourceTypes.ResourceGroup, "resourceGroupName", 90, Group(), "letters, digits and -_.()"),
        new(ResourceTypes.Cluster, "resourceName", 63, Underscored(), "letters, digits, - and _, a letter or digit at both ends"),
        new(ResourceTypes.Cluster, "dnsPrefix", 54, Hyphened(), "letters, digits and -, a letter or digit at both ends"),
        new(ResourceTypes.Workspace, "azureMonitorWorkspaceName", 50, Hyphened(), "letters, digits and -, a letter or digit at both ends"),
        new(ResourceTypes.CollectionEndpoint, "dataCollectionEndpointName", 44, Hyphened(), "letters, digits and -"),
        new(ResourceTypes.CollectionRule, "dataCollectionRuleName", 64, Dotted(), "letters, digits and -_."),
        new(ResourceTypes.CollectionAssociation, "associationName", 64, Dotted(), "letters, digits and -_."),
        new(ResourceTypes.Grafana, "workspaceName", 23, GrafanaName(), "a letter, then letters, digits and -, no - at the end"),
        new(ResourceTypes.Dashboard, "dashboardName", 30, GrafanaName(), "a letter, then letters, digits and -, no - at the end"),
        new(ResourceTypes.Identity, "resourceName", 128, Underscored(), "letters, digits, - and _"),
        new(ResourceTypes.FederatedCredential, "federatedIdentityCredentialResourceName", 120, Underscored(), "letters, digits, - and _"),
        new(ResourceTypes.RuleGroup, "ruleGroupName", 260, RuleGroupName(), "no characters such as / % & ? # \\ < > * :"),
        new(ResourceTypes.ActionGroup, "actionGroupName", 260, RuleGroupName(), "no characters such as / % & ? # \\ < > * :"),
        new(ResourceTypes.ActionGroup, "groupShortName", 12, RuleGroupName(), "no characters such as / % & ? # \\ < > * :"),
        new(ResourceTypes.ScaledObject, "metadata.name", 54, ObjectName(), "lower-case letters, digits and -"),
        new(ResourceTypes.Namespace, "metadata.name", 63, Label(), "lower-case letters, digits and -"),
        new(ResourceTypes.Service, "metadata.name", 63, Label(), "lower-case letters, digits and -"),
        new(ResourceTypes.Deployment, "metadata.name", 253, ObjectName(), "lower-case letters, digits, - and ."),
        new(ResourceTypes.ConfigMap, "metadata.name", 253, ObjectName(), "lower-case letters, digits, - and ."),
        new(ResourceTypes.ServiceMonitor, "metadata.name", 253, ObjectName(), "lower-case letters, digits, - and ."),
        new(ResourceTypes.PodMonitor, "metadata.name", 253, ObjectName(), "lower-case letters, digits, - and ."),
        new(ResourceTypes.TriggerAuthentication, "metadata.name", 253, ObjectName(), "lower-case letters, digits, - and ."),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from rule in _rules
        from resource in stack.OfType(rule.Type)
        let name = resource.Inputs.Text(rule.Path)
        where name is null || name.Length is 0 || name.Length > Most(rule, resource.Inputs) || !rule.Pattern.IsMatch(name)
        select Found(resource, rule.Path, name is null ? null : $"{name} ({name.Length} characters)", $"at most {Most(rule, resource.Inputs)} characters: {rule.Words}");

    /// <summary>A ScaledObject that names its HPA may have a longer name.</summary>
    private static int Most(NameRule rule, System.Text.Json.Nodes.JsonObject inputs) =>
        rule.Type == ResourceTypes.ScaledObject && inputs.Text("spec.advanced.horizontalPodAutoscalerConfig.name") is not null ? 63 : rule.Most;

    [GeneratedRegex(@"^[-\w.()]*[-\w()]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Underscored();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphened();

    [GeneratedRegex("^[A-Za-z0-9_.-]{3,}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex GrafanaName();

    [GeneratedRegex(@"^[^:@/#{}%&+*<>?|\\]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleGroupName();

    [GeneratedRegex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectName();

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

/// <summary>What names of a type may look like.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Path">The input with the name.</param>
/// <param name="Most">The most characters.</param>
/// <param name="Pattern">The whole name.</param>
/// <param name="Words">The pattern in words.</param>
internal sealed record NameRule(string Type, string Path, int Most, Regex Pattern, string Words);

using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The trigger's metadata has no keys that KEDA does not know.</summary>
internal sealed class TriggerMetadataUnknown() : Check(new()
{
    Id = "trigger-metadata-unknown",
    Severity = Severity.Warning,
    Title = "The trigger's metadata has no keys that KEDA does not know",
    Failure = "nothing: KEDA ignores the key, and its default holds",
    Cause = "Keys are case-sensitive and never checked; `metricName` was removed in KEDA 2.12, though many guides still show it.",
    Fix = "Correct the key or leave it out.",
})
{
    private static readonly HashSet<string> _known =
    [
        "serverAddress", "query", "threshold", "activationThreshold", "namespace", "queryParameters", "customHeaders",
        "ignoreNullValues", "unsafeSsl", "timeout", "authModes", "awsRegion", "identityOwner", "cloud", "azureManagedPrometheusResourceURL",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Json["metadata"] is JsonObject
        from entry in (JsonObject)trigger.Json["metadata"]!
        where !_known.Contains(entry.Key)
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), "an unknown key", $"one of {string.Join(", ", _known)}");
}

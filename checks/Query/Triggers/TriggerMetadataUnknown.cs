using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

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
    About = [ResourceTypes.ScaledObject],
})
{
    private const string MetricName = "metricName";

    private static readonly HashSet<string> _known =
    [
        "serverAddress", "query", "threshold", "activationThreshold", "namespace", "queryParameters", "customHeaders",
        "ignoreNullValues", "unsafeSsl", "timeout", "authModes", "awsRegion", "identityOwner", "cloud", "azureManagedPrometheusResourceURL",
    ];

    private static readonly KedaVersion _withoutMetricName = new(2, 12, 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        where trigger.Json["metadata"] is JsonObject
        from entry in (JsonObject)trigger.Json["metadata"]!
        where !_known.Contains(entry.Key) && !(entry.Key == MetricName && stack.Keda.Version < _withoutMetricName)
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), FoundOf(entry.Key), ExpectedOf(entry.Key));

    private static string FoundOf(string key) => key == MetricName ? "metricName, which KEDA removed in 2.12" : "an unknown key";

    private static string ExpectedOf(string key) => key == MetricName ? "no metricName: KEDA names the metric itself"
        : EditDistance.Nearest(key, _known) is { } nearest ? $"{nearest}, if that is what is meant"
        : $"one of {string.Join(", ", _known)}";
}

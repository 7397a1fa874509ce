using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The trigger's metadata has no keys that KEDA does not know.</summary>
internal sealed partial class TriggerMetadataUnknown() : Check(new()
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

    private static readonly string[] _ofTrigger = ["metricType", "useCachedMetrics", "authenticationRef"];
    private static readonly KedaVersion _withoutMetricName = new(2, 12, 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) => OfModelled(stack).Concat(OfOthers(stack));

    private IEnumerable<Finding> OfModelled(StackView stack) =>
        from trigger in stack.Triggers
        let known = ScalerParameters.ByType.GetValueOrDefault(trigger is Resources.Views.PrometheusTrigger ? "prometheus" : trigger.Type ?? "")
        where known is not null && trigger.Json["metadata"] is JsonObject
        from entry in (JsonObject)trigger.Json["metadata"]!
        where IsUnknown(entry.Key, known, stack) || NamesVariable(entry.Key, entry.Value)
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), FoundOf(entry.Key, known), ExpectedOf(entry.Key, known));

    // What other scalers read besides is not all known: of theirs only what is nearly a parameter is one that was meant.
    private IEnumerable<Finding> OfOthers(StackView stack) =>
        from trigger in stack.Triggers
        where trigger is not Resources.Views.PrometheusTrigger && trigger.Json["metadata"] is JsonObject
        let known = Scaler.ByType.GetValueOrDefault(trigger.Type ?? "")?.Parameters
        where known is { Count: > 0 }
        from entry in (JsonObject)trigger.Json["metadata"]!
        where IsUnknown(entry.Key, known, stack) && (entry.Key == MetricName || _ofTrigger.Contains(entry.Key) || EditDistance.Nearest(entry.Key, known) is not null)
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), FoundOf(entry.Key, known), ExpectedOf(entry.Key, known));

    private static bool IsUnknown(string key, IReadOnlyList<string> known, StackView stack) =>
        !known.Contains(key) && !(key == MetricName && stack.Keda.Version < _withoutMetricName);

    /// <summary>Whether a connection is the name of a variable, as KEDA 1 had it: since KEDA 2 it is the connection string itself.</summary>
    private static bool NamesVariable(string key, JsonNode? value) => key == "connection" && Inputs.Scalar(value) is { Length: > 0 } text && VariableName().IsMatch(text);

    private static string FoundOf(string key, IReadOnlyList<string> known) =>
        key == MetricName ? "metricName, which KEDA removed in 2.12" : known.Contains(key) ? $"{key} with the name of a variable, as KEDA 1 had it" : "an unknown key";

    private static string ExpectedOf(string key, IReadOnlyList<string> known) =>
        key == MetricName ? "no metricName: KEDA names the metric itself"
        : _ofTrigger.Contains(key) ? $"{key} beside metadata, not in it"
        : known.Contains($"{key}FromEnv") ? $"{key}FromEnv, with the name of a variable of the container"
        : EditDistance.Nearest(key, known) is { } nearest ? $"{nearest}, if that is what is meant"
        : $"one of {string.Join(", ", known)}";

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}

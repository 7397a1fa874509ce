using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Checks.Admission;

/// <summary>KEDA's operator can build the scaler of each trigger.</summary>
internal sealed partial class TriggerRefused() : Check(new()
{
    Id = "trigger-refused",
    Severity = Severity.Error,
    Title = "KEDA's operator can build the scaler of each trigger",
    Failure = "the ScaledObject is created and never scales: Ready is False, and only the event `KEDAScalerFailed` has the words, such as `error parsing prometheus metadata: missing required parameter \"serverAddress\" in [triggerMetadata]`",
    Cause = "API server and webhook take any text as metadata; the operator reads it, after it was created.",
    Fix = "Correct the parameter as the page of the scaler has it.",
    IsOnlyForFiles = true,
    IsCluster = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var keda = (stack.Keda.Version ?? KedaVersion.Newest).Semantics;
        // What the API server refuses never gets to the operator.
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject).Where(one => ApiServer.Refusals(one, stack.Keda.Version ?? KedaVersion.Newest).Count == 0))
        {
            foreach (var trigger in KedaTrigger.Of(scaledObject))
            {
                var (type, path) = (trigger.Type, trigger.Path);
                if (type is { Length: > 0 } && !KedaTrigger.Types.Contains(type))
                {
                    yield return Found(scaledObject, $"{path}.type", $"no scaler found for type: {type}", EditDistance.Nearest(type, KedaTrigger.Types) ?? "one of KEDA's scalers");
                }
                else if (type is not null && TriggerReader.IsModelled(type))
                {
                    var definition = TriggerText.Definition(trigger.Json, trigger.Index);
                    foreach (var problem in TriggerReader.Read(definition, keda).Problems)
                    {
                        var key = Parameter().Match(problem).Groups["name"].Value;
                        var isMetricType = problem.Contains("metric type", StringComparison.Ordinal);
                        yield return Found(
                            scaledObject,
                            isMetricType ? $"{path}.metricType"
                                : problem.Contains("'type' setting", StringComparison.Ordinal) ? $"{path}.metadata.type"
                                : problem.Contains(" start ", StringComparison.Ordinal) ? $"{path}.metadata.start"
                                : problem.Contains(" end ", StringComparison.Ordinal) ? $"{path}.metadata.end"
                                : key.Length == 0 ? path : $"{path}.metadata.{key}",
                            problem,
                            isMetricType ? (type is "cpu" or "memory" ? "Utilization or AverageValue" : "AverageValue or Value") : problem.Contains("'type' setting", StringComparison.Ordinal) ? "metricType beside metadata, without metadata.type"
                                : "what the scaler reads");
                    }
                }
            }
        }
    }

    [GeneratedRegex("(?:parameter|param) \"(?<name>[A-Za-z]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}

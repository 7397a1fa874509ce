using KedaStack.Checks.Rules;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Checks.Admission;

/// <summary>KEDA's operator can build the scaler of each trigger.</summary>
internal sealed class TriggerRefused() : Check(new()
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
        var keda = stack.Keda.Version ?? KedaVersion.Newest;
        // What the API server refuses never gets to the operator.
        foreach (var trigger in stack.Triggers.Where(one => ApiServer.Refusals(one.ScaledObject, stack).Count == 0))
        {
            var type = trigger.Type;
            var scaler = Scaler.ByType.GetValueOrDefault(type ?? "");
            if (type is { Length: > 0 } && scaler?.IsKnownTo(keda) is not true)
            {
                yield return Found(trigger.ScaledObject, $"{trigger.Path}.type", $"no scaler found for type: {type}", ExpectedOf(type, scaler, keda));
            }
            else if (type is not null && TriggerReader.IsModelled(type))
            {
                var definition = TriggerText.Definition(trigger.Json, trigger.Index, trigger.Authentication(stack), stack);
                foreach (var fault in TriggerReader.Read(definition, keda.Semantics).Faults)
                {
                    yield return Found(trigger.ScaledObject, fault.Field.Length == 0 ? trigger.Path : $"{trigger.Path}.{fault.Field}", fault.Message, Expected(fault, definition));
                }
            }
            else
            {
                foreach (var parameter in scaler?.Required.Where(one => trigger.Metadata(one) is null) ?? [])
                {
                    yield return Found(
                        trigger.ScaledObject, trigger.MetadataPath(parameter), $"missing required parameter \"{parameter}\" in [triggerMetadata]", "a value");
                }
            }
        }
    }

    private static string ExpectedOf(string type, Scaler? scaler, KedaVersion keda) => scaler switch
    {
        { Before: { } before } when keda >= before => $"another scaler: KEDA {before.Major}.{before.Minor} took it out",
        { Since: { } since } => $"KEDA from {since.Major}.{since.Minor} on",
        _ => EditDistance.Nearest(type, Scaler.ByType.Values.Where(one => one.IsKnownTo(keda)).Select(one => one.Type)) ?? "one of KEDA's scalers",
    };

    private static string Expected(TriggerFault fault, TriggerDefinition trigger) => fault.Field switch
    {
        "metricType" => ResourceTrigger.Types.Contains(trigger.Type) ? "Utilization or AverageValue" : "AverageValue or Value",
        "" => "what the scaler reads",
        "metadata.type" => "metricType beside metadata, without metadata.type",
        "metadata.start" or "metadata.end" => "five fields: minute, hour, day of month, month and day of week (0 to 6)",
        "metadata.accountName" => "the name of the storage account",
        "metadata.connectionFromEnv" or "metadata.storageConnectionFromEnv" => "a variable of the container with the connection string, or a TriggerAuthentication",
        _ when !trigger.Metadata.ContainsKey(fault.Field[(fault.Field.IndexOf('.', StringComparison.Ordinal) + 1)..]) => "a value",
        _ => "what the scaler reads",
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Checks.Admission;

/// <summary>A trigger of an object as KEDA's readers take it.</summary>
internal static class TriggerText
{
    private const string Identity = "podIdentity";

    /// <summary>The trigger; what its authentication holds is not known.</summary>
    public static TriggerDefinition Definition(JsonObject trigger, int index = 0) => new()
    {
        Type = trigger.Text("type") ?? "",
        Name = trigger.Text("name") ?? "",
        Metadata = trigger.At("metadata") is JsonObject metadata
            ? metadata.Where(entry => entry.Value?.GetValueKind() == JsonValueKind.String)
                .ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>(), StringComparer.Ordinal)
            : new Dictionary<string, string>(),
        MetricType = trigger.Text("metricType") ?? "",
        UseCachedMetrics = trigger.IsTrue("useCachedMetrics"),
        TriggerIndex = index,
        IsAuthenticationKnown = trigger.At("authenticationRef") is null,
    };

    /// <summary>The trigger with what the TriggerAuthentication that it names says, where there is one that the API server takes.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="index">Its place.</param>
    /// <param name="authentication">The TriggerAuthentication; null for one that is not there.</param>
    /// <param name="stack">What they are among.</param>
    public static TriggerDefinition Definition(JsonObject trigger, int index, GraphResource? authentication, StackView stack)
    {
        var definition = Definition(trigger, index);
        return authentication is null || ApiServer.Refusals(authentication, stack).Count > 0
            ? definition
            : definition with
            {
                PodIdentityProvider = authentication.Inputs.Text($"spec.{Identity}.provider") ?? "",
                // Secrets, variables and vaults hold parameters that files do not show.
                IsAuthenticationKnown = authentication.Inputs.At("spec") is JsonObject spec && spec.All(source => source.Key == Identity),
            };
    }
}

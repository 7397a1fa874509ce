using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Explain.Answers;

/// <summary>What one trigger answers in a case.</summary>
/// <param name="Name">How the user calls it.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Shown">The answer as the user wrote it, or as it was computed: <c>120</c>, <c>43%</c>, <c>on</c>.</param>
/// <param name="Reading">What the scaler makes of it; of cpu and memory the percent or quantity that each pod uses.</param>
public sealed record TriggerAnswer(string Name, Trigger Trigger, string Shown, ScalerReading Reading)
{
    /// <summary>The answer of a Prometheus, of which the reading was made.</summary>
    /// <value>Null: it has none, or none came.</value>
    public InstantQueryResponse? Response { get; init; }

    /// <summary>How else what was written could be meant, in a sentence.</summary>
    /// <value>Null: in no other way.</value>
    public string? Remark { get; init; }

    /// <summary>The window of a cron trigger.</summary>
    /// <value>Null: it is none, or it was said to be open or closed.</value>
    public CronMoment? Cron { get; init; }

    /// <summary>The answer that Prometheus gives to a prometheus trigger.</summary>
    /// <param name="name">How the user calls it.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="response">The answer.</param>
    /// <param name="semantics">KEDA.</param>
    public static TriggerAnswer Of(string name, PrometheusTrigger trigger, InstantQueryResponse response, KedaSemantics semantics) =>
        new(name, trigger, response.Value.Text ?? "empty", PrometheusScaler.Read(response, trigger, semantics)) { Response = response };
}

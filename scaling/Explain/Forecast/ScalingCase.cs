using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>
/// A workload at rest that from now on gets one and the same answer to its query: what is explained. Pods come and go
/// at once here, and the answer does not depend on how many there are.
/// </summary>
public sealed record ScalingCase
{
    /// <summary>The HPA.</summary>
    /// <value>Null: none, because the ScaledObject is paused.</value>
    public required HorizontalPodAutoscalerSpec? Hpa { get; init; }

    /// <summary>The ScaledObject; its first trigger gets the answer.</summary>
    /// <value>Null: only the HPA is known, and KEDA's own scaling is left out.</value>
    public ScaledObject? ScaledObject { get; init; }

    /// <summary>What KEDA makes of the answer; without effect without a ScaledObject.</summary>
    public ScalerReading Answer { get; init; }

    /// <summary>What the HPA gets, in the order of its metrics; without effect with a ScaledObject.</summary>
    public IReadOnlyList<MetricReading> Readings { get; init; } = [];

    /// <summary>The replicas that there are and that are desired.</summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>What the HPA proposed at the sync before, which its stabilization windows hold.</summary>
    /// <value>Null: its log is empty.</value>
    public int? EarlierProposal { get; init; }

    /// <summary>Whether the HPA itself scaled to 0, and so may scale from there; only for a cluster with HPAScaleToZero.</summary>
    /// <value>The default is false.</value>
    public bool IsScaledToZero { get; init; }

    /// <summary>Which versions are modelled.</summary>
    /// <value>The default is <see cref="ScalingSemantics.Default"/>.</value>
    public ScalingSemantics Semantics { get; init; } = ScalingSemantics.Default;

    /// <summary>The case of a ScaledObject whose HPA has proposed the current replicas until now.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="answer">What KEDA makes of the answer.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    public static ScalingCase Of(
        ScaledObject scaledObject, ScalerReading answer, int currentReplicas, ScalingSemantics? semantics = null)
    {
        var versions = semantics ?? ScalingSemantics.Default;
        return new ScalingCase
        {
            Hpa = KedaHpa.Create(scaledObject, versions.Keda),
            ScaledObject = scaledObject,
            Answer = answer,
            CurrentReplicas = currentReplicas,
            EarlierProposal = currentReplicas > 0 ? currentReplicas : null,
            Semantics = versions,
        };
    }

    /// <summary>
    /// The value that the HPA's only metric gets, in thousandths; null when there is none, or more than one metric.
    /// </summary>
    public long? ValueMilli => this switch
    {
        { Hpa: not { Metrics.Count: 1 } } => null,
        { ScaledObject: not null } => Answer.Error is null ? KedaQuantity.FromValue(Answer.Value, Semantics.Keda.Conversion).Milli : null,
        _ => Readings[0].Error is null ? Readings[0].UsageMilli : null,
    };

    /// <summary>The same case with another value.</summary>
    /// <param name="valueMilli">The value in thousandths.</param>
    public ScalingCase WithValue(long valueMilli) => this with
    {
        Answer = ScalerReading.Of(valueMilli / 1000.0),
        Readings = [MetricReading.Of(valueMilli)],
    };

    /// <summary>The same case at rest with other replicas.</summary>
    /// <param name="replicas">The replicas.</param>
    public ScalingCase AtRest(int replicas) => this with
    {
        CurrentReplicas = replicas,
        EarlierProposal = replicas > 0 ? replicas : null,
    };
}

using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>
/// A workload at rest whose metrics from now on have one and the same value: what is explained. Pods come and go at once here,
/// and no value depends on how many there are, but that what they use is spread over them.
/// </summary>
public sealed record ScalingCase
{
    private const long WholePercentMilli = 1000;

    /// <summary>The HPA.</summary>
    /// <value>Null: none, because the ScaledObject is paused.</value>
    public required HorizontalPodAutoscalerSpec? Hpa { get; init; }

    /// <summary>The ScaledObject.</summary>
    /// <value>Null: only the HPA is known, and KEDA's own scaling is left out.</value>
    public ScaledObject? ScaledObject { get; init; }

    /// <summary>
    /// What KEDA makes of each trigger's answer, in the order of the triggers; of cpu and memory what the pods use in sum, in percent of
    /// a pod's request or as it is. Without effect without a ScaledObject.
    /// </summary>
    public IReadOnlyList<ScalerReading> Answers { get; init; } = [];

    /// <summary>What the HPA gets, in the order of its metrics; without effect with a ScaledObject.</summary>
    public IReadOnlyList<HeldMetric> Readings { get; init; } = [];

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

    /// <summary>The case of a ScaledObject with one external trigger whose HPA has proposed the current replicas until now.</summary>
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
            Answers = [answer],
            CurrentReplicas = currentReplicas,
            EarlierProposal = currentReplicas > 0 ? currentReplicas : null,
            Semantics = versions,
        };
    }

    /// <summary>The same of one with any triggers.</summary>
    /// <param name="scaledObject">The ScaledObject, with the triggers that answer.</param>
    /// <param name="answers">What they answer, in the order of the triggers.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    public static ScalingCase Of(
        ScaledObject scaledObject, IReadOnlyList<TriggerAnswer> answers, int currentReplicas, ScalingSemantics? semantics = null) =>
        Of(scaledObject, default(ScalerReading), currentReplicas, semantics) with
        {
            Answers = [.. answers.Select(answer => answer is { Trigger: ResourceTrigger, Reading.Error: null }
                ? ScalerReading.Of(answer.Reading.Value * Math.Max(1, currentReplicas))
                : answer.Reading)],
        };

    /// <summary>The HPA's metrics, each with the place of the trigger or reading that it is from; null for a formula's.</summary>
    public IReadOnlyList<(MetricSource Metric, int? Place)> Metrics => Hpa is null ? []
        : ScaledObject is { } scaledObject ? KedaHpa.Metrics(scaledObject, Semantics.Keda)
        : [.. Hpa.Metrics.Select((metric, place) => (metric, (int?)place))];

    /// <summary>The only answer.</summary>
    public ScalerReading Answer => Answers.Count > 0 ? Answers[0] : default;

    /// <summary>
    /// The value that the HPA's only metric gets, in thousandths; null when there is none, or more than one metric or trigger.
    /// </summary>
    public long? ValueMilli => Hpa is { Metrics.Count: 1 } && Places == 1 ? ValueAt(0) : null;

    /// <summary>How many triggers answer, or metrics without a ScaledObject.</summary>
    public int Places => ScaledObject is null ? Readings.Count : Answers.Count;

    /// <summary>The value at a place in thousandths, as the column TARGETS shows that of pods; null where there is none.</summary>
    /// <param name="place">The place of a trigger, or of a metric without a ScaledObject.</param>
    public long? ValueAt(int place) => Held(place) is { Error: null } held ? held.ShownMilli(SourceAt(place), CurrentReplicas) : null;

    /// <summary>The metric at a place, whether the HPA has it or a formula takes its value.</summary>
    /// <param name="place">The place.</param>
    public MetricSource SourceAt(int place) => ScaledObject is { } scaledObject
        ? scaledObject.Triggers[place].ToMetric(scaledObject.Name, Semantics.Keda)
        : Hpa!.Metrics[place];

    /// <summary>The least difference between two values at a place, in thousandths.</summary>
    /// <param name="place">The place.</param>
    public long StepAt(int place) => SourceAt(place).TargetType == MetricTargetType.Utilization ? WholePercentMilli : 1;

    /// <summary>What is held at a place.</summary>
    /// <param name="place">The place.</param>
    public HeldMetric Held(int place) => ScaledObject is null ? Readings[place]
        : Answers[place].Error is { } error ? new HeldMetric(0, error)
        : new HeldMetric(KedaQuantity.FromValue(
            Answers[place].Value, ScaledObject.Triggers[place] is ResourceTrigger ? MilliConversion.Rounded : Semantics.Keda.Conversion).Milli);

    /// <summary>The same case with another value at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="shownMilli">The value in thousandths, as <see cref="ValueAt"/> has it.</param>
    public ScalingCase WithValueAt(int place, long shownMilli)
    {
        var held = HeldMetric.Of(SourceAt(place), shownMilli, CurrentReplicas);
        return ScaledObject is null
            ? this with { Readings = [.. Readings.Select((reading, i) => i == place ? held : reading)] }
            : WithAnswerAt(place, ScalerReading.Of(held.Milli / 1000.0));
    }

    /// <summary>The same case with another answer of a trigger.</summary>
    /// <param name="place">The trigger's place.</param>
    /// <param name="answer">The answer.</param>
    public ScalingCase WithAnswerAt(int place, ScalerReading answer) =>
        this with { Answers = [.. Answers.Select((earlier, i) => i == place ? answer : earlier)] };

    /// <summary>The same case at rest with other replicas.</summary>
    /// <param name="replicas">The replicas.</param>
    public ScalingCase AtRest(int replicas) => this with
    {
        CurrentReplicas = replicas,
        EarlierProposal = replicas > 0 ? replicas : null,
    };
}

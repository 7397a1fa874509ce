using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Decisions;

/// <summary>The model's HPA, led through the syncs of a loop.</summary>
internal sealed class RecordedController
{
    private const string ReasonMark = "; reason: ";

    private readonly List<(long From, HorizontalPodAutoscalerSpec? Hpa)> _specs;
    private readonly HpaSemantics _semantics;
    private readonly RecordedLoop _loop;
    private HpaReconciler? _hpa;
    private int _version = -1;

    public RecordedController(RecordedLoop loop)
    {
        var semantics = LoopSemantics.Of(loop.Versions);
        (_loop, _semantics) = (loop, semantics.Hpa);
        _specs = loop.Hpa is { } own ? [(long.MinValue, HpaReader.ReadOwn(own, loop.Name))] : [.. SpecTimeline.Of(loop).Select(version => (version.FromMilliseconds, HpaReader.Read(version, loop, semantics.Keda)))];
    }

    private HpaReconciler Hpa => _hpa ?? throw new RecordingFormatException("A sync was recorded while there was no HPA.");

    /// <summary>Runs one sync.</summary>
    public HpaReconciliation Sync(RecordedSync sync)
    {
        TakeSpec(sync.ReadMilliseconds);
        var readings = Hpa.Spec.Metrics.Select(metric => Reading(metric, sync)).ToArray();
        Hpa.WriteMilliseconds = sync.AtMilliseconds - sync.ReadMilliseconds;
        return Hpa.Reconcile(
            sync.ReadMilliseconds,
            new ScaleTargetStatus(sync.CurrentReplicas, sync.StatusReplicas, sync.ReadyReplicas, sync.StatusReplicas),
            readings);
    }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<HpaCondition> Conditions(string targetNamespace) => Hpa.Conditions.Describe(targetNamespace);

    /// <summary>The metric with the highest proposal as the controller logs it: an External one by its name.</summary>
    public string MetricName(in HpaReconciliation result) => Hpa.Spec.Metrics[result.ProposingMetric] switch
    {
        ExternalMetricSource external => external.Name,
        var other => other.Description,
    };

    /// <summary>The reason of a rescale, without the metric's selector; null without one.</summary>
    public string? Reason(in HpaReconciliation result)
    {
        if (HpaRescaleReason.Event(Hpa.Spec, result) is not { } message)
        {
            return null;
        }

        var reason = message[(message.IndexOf(ReasonMark, StringComparison.Ordinal) + ReasonMark.Length)..];
        return Hpa.Spec.Metrics.OfType<ExternalMetricSource>().Aggregate(
            reason, (text, metric) => text.Replace($"({metric.SelectorText})", "", StringComparison.Ordinal));
    }

    /// <summary>The recorded error when it ends with the model's, whose beginning the recording has in the log's longer words; else the model's.</summary>
    public string Error(string? recorded)
    {
        var failed = Hpa.Metrics.ToArray().First(metric => metric.Error is not null);
        return recorded?.EndsWith(failed.Error!, StringComparison.Ordinal) == true ? recorded : failed.Error!;
    }

    private void TakeSpec(long now)
    {
        var version = _specs.FindLastIndex(spec => spec.From <= now);
        if (version == _version)
        {
            return;
        }

        // An HPA that was away in between, as while its ScaledObject was paused, is a new one.
        for (_version++; _version <= version; _version++)
        {
            var spec = _specs[_version].Hpa;
            if (spec is null || _hpa is null)
            {
                _hpa = spec is null ? null : new HpaReconciler(spec, _semantics);
            }
            else
            {
                _hpa.Change(spec);
            }
        }

        _version = version;
    }

    private MetricReading Reading(MetricSource metric, RecordedSync sync) => metric is ResourceMetricSource resource
        ? RecordedPods.Reading(resource, _loop, sync, _semantics)
        : sync.Reads.LastOrDefault(read => read.Metric.Equals(metric.Name, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => MetricReading.Failed("nothing was read"),
            { ValuesMilli: { } values } => MetricReading.Sum([.. values]),
            var failed => MetricReading.Failed(failed.Error!),
        };
}

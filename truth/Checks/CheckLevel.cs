using System.Globalization;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Simulation.Engine;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Checks;

/// <summary>
/// The third level: each change of the replicas by KEDA at the check where the model has it, and which checks ask the triggers'
/// sources themselves. The model's operator sees the recorded answers, counts and conditions.
/// </summary>
public static class CheckLevel
{
    private const string Nothing = "none";

    // A check that comes right after the status of the HPA has changed does not see it yet (recorded: slow-start of 1.37, -108.28 s).
    private const long SeenLater = 100;

    // From a check's query, or a hand, to the change that follows from it.
    private const long LongestChange = 2000;

    /// <summary>Compares every check.</summary>
    /// <param name="loop">The loop.</param>
    public static CheckComparison Compare(RecordedLoop loop)
    {
        var versions = SpecTimeline.Of(loop);
        return versions.Count == 0
            ? new CheckComparison { NotModelled = LoopKind.OtherThanPrometheus(loop) }
            : new Replay(loop, versions).Run();
    }

    /// <summary>The recorded events, one after the other.</summary>
    private sealed class Replay
    {
        private readonly RecordedLoop _loop;
        private readonly IReadOnlyList<ScaledObjectVersion> _versions;
        private readonly ExternalMetricTrigger[] _triggers;
        private readonly RecordedSource[] _sources;
        private readonly KedaSemantics _semantics;
        private readonly List<(long At, int From, int To)> _changes;
        private readonly List<CheckDifference> _different = [];
        private KedaOperator _keda;
        private int _version;
        private int _asked;
        private bool _isCheck;

        public Replay(RecordedLoop loop, IReadOnlyList<ScaledObjectVersion> versions)
        {
            (_loop, _versions) = (loop, versions);
            var semantics = LoopSemantics.Of(loop.Versions);
            _semantics = semantics.Keda;
            var first = ScaledObjectReader.Read(versions[0], loop.Name, _semantics);
            _triggers = [.. first.Triggers.OfType<ExternalMetricTrigger>()];
            _sources = [.. _triggers.Select(trigger => new RecordedSource(loop, trigger, _semantics, semantics.Engine))];
            _changes = OperatorChanges.Of(loop);
            _keda = new KedaOperator(first, _semantics, loop.ScaledObjectStates[0].AtMilliseconds, Ask);
        }

        public CheckComparison Run()
        {
            var checks = CheckTimes.Of(_loop);
            var recorded = _changes.Count;
            var reads = _loop.Syncs.SelectMany(sync => sync.Reads).Select(read => (read.AtMilliseconds, Place: Place(read.Metric)));
            foreach (var (at, place) in checks.Select(at => (at, Place: default(int?))).Concat(reads).OrderBy(entry => entry.Item1))
            {
                TakeSpec(at);
                _isCheck = place is null;
                if (place is { } read)
                {
                    _keda.Request(read, at, Counts(at).Spec, Counts(at).Ready);
                }
                else
                {
                    Check(at);
                }
            }

            _different.AddRange(_changes.Select(change =>
                new CheckDifference(change.At, "change", $"{Text(change.From)} to {Text(change.To)}", Nothing)));
            return new CheckComparison { Checks = checks.Count, Asked = _asked, Changes = recorded, Different = _different };
        }

        private void Check(long at)
        {
            var active = IsHpaActive(at);
            var takes = _keda.TakesObservation(active);
            foreach (var source in _sources)
            {
                if (source.ByChecks is { } own)
                {
                    var asked = RecordedSource.Asked(own, at, CheckTimes.SameTime);
                    _asked += asked ? 1 : 0;
                    Compare(at, $"who is asked for trigger {Text(source.TriggerIndex)}", Who(asked), Who(!takes));
                }
            }

            var counts = Counts(at);
            var decision = _keda.Poll(at, counts.Spec, counts.Ready, active);
            Compare(at, "change", Taken(at) ?? Text(counts.Spec), Text(decision.Replicas ?? counts.Spec));
        }

        // A paused ScaledObject sets its count once, and has no checks.
        private void TakeSpec(long at)
        {
            while (_version + 1 < _versions.Count && _versions[_version + 1].FromMilliseconds <= at)
            {
                var version = _versions[++_version];
                var scaledObject = ScaledObjectReader.Read(version, _loop.Name, _semantics);
                _keda = _keda.With(scaledObject, keepsRecords: !CheckTimes.Restarts(_versions[_version - 1], version));
                if (scaledObject.Annotations.PausedReplicas is { } paused)
                {
                    Compare(version.FromMilliseconds, "paused count", Taken(version.FromMilliseconds) ?? Nothing, Text(paused));
                }
            }
        }

        private ScalerReading Ask(ExternalMetricTrigger trigger, long now) =>
            Array.Find(_sources, source => source.TriggerIndex == trigger.TriggerIndex)!.Ask(trigger, now, _isCheck);

        private int? Place(string metric) => metric == ScalingModifiers.MetricName
            ? 0
            : Array.FindIndex(_triggers, trigger => metric.StartsWith($"s{Text(trigger.TriggerIndex)}-", StringComparison.Ordinal));

        private string? Taken(long at)
        {
            var place = _changes.FindIndex(change => change.At >= at && change.At < at + LongestChange);
            if (place < 0)
            {
                return null;
            }

            var to = _changes[place].To;
            _changes.RemoveAt(place);
            return Text(to);
        }

        private RecordedReplicas Counts(long at) => _loop.Replicas.LastOrDefault(counts => counts.AtMilliseconds <= at);

        private bool IsHpaActive(long at) => _loop.HpaStates.LastOrDefault(state => state.AtMilliseconds <= at - SeenLater) is { Deleted: false } state
            && state.Conditions.TryGetValue("ScalingActive", out var condition) && condition.Status == "True";

        private void Compare(long at, string what, string recorded, string computed)
        {
            if (recorded != computed)
            {
                _different.Add(new CheckDifference(at, what, recorded, computed));
            }
        }

        private static string Who(bool source) => source ? "its source" : "the HPA's observation";

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

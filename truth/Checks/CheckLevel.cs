using System.Globalization;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Simulation.Engine;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.Checks;

/// <summary>
/// The third level: each change of the replicas by KEDA at the check where the model has it, and which checks ask Prometheus
/// themselves. The model's operator sees the recorded answers, counts and conditions.
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
        return LoopKind.OtherThanPrometheus(loop) is { } why
            ? new CheckComparison { NotModelled = why }
            : new Replay(loop, versions).Run();
    }

    /// <summary>The recorded events, one after the other.</summary>
    private sealed class Replay
    {
        private readonly RecordedLoop _loop;
        private readonly IReadOnlyList<ScaledObjectVersion> _versions;
        private readonly QueryOwners _owners;
        private readonly RecordedSource _source;
        private readonly KedaSemantics _semantics;
        private readonly List<(long At, int From, int To)> _changes;
        private readonly List<CheckDifference> _different = [];
        private KedaOperator _keda;
        private int _version;
        private int _asked;

        public Replay(RecordedLoop loop, IReadOnlyList<ScaledObjectVersion> versions)
        {
            (_loop, _versions) = (loop, versions);
            var semantics = LoopSemantics.Of(loop.Versions);
            _semantics = semantics.Keda;
            _owners = QueryOwners.Of(loop);
            var first = ScaledObjectReader.Read(versions[0], loop.Name, _semantics);
            _source = new RecordedSource(loop, _owners, first.PrometheusTrigger.Query, _semantics, semantics.Engine);
            _changes = OperatorChanges.Of(loop);
            _keda = new KedaOperator(
                first, first.PrometheusTrigger.ToMetric(first.Name, _semantics), _semantics, loop.ScaledObjectStates[0].AtMilliseconds, _source.Ask);
        }

        public CheckComparison Run()
        {
            var checks = CheckTimes.Of(_loop);
            var (recorded, reads) = (_changes.Count, _loop.Syncs.SelectMany(sync => sync.Reads).Select(read => read.AtMilliseconds));
            foreach (var (at, isCheck) in checks.Select(at => (at, true)).Concat(reads.Select(at => (at, false))).OrderBy(entry => entry.at))
            {
                TakeSpec(at);
                _source.IsCheck = isCheck;
                if (isCheck)
                {
                    Check(at);
                }
                else
                {
                    _keda.Request(at, Counts(at).Spec, Counts(at).Ready);
                }
            }

            _different.AddRange(_changes.Select(change =>
                new CheckDifference(change.At, "change", $"{Text(change.From)} to {Text(change.To)}", Nothing)));
            return new CheckComparison { Checks = checks.Count, Asked = _asked, Changes = recorded, Different = _different };
        }

        private void Check(long at)
        {
            var active = IsHpaActive(at);
            var asked = RecordedSource.Asked(_owners.ByChecks, at, CheckTimes.SameTime);
            _asked += asked ? 1 : 0;
            Compare(at, "who is asked", Who(asked), Who(!_keda.TakesObservation(active)));
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
                _keda = _keda.With(
                    scaledObject,
                    scaledObject.PrometheusTrigger.ToMetric(scaledObject.Name, _semantics),
                    keepsRecords: !CheckTimes.Restarts(_versions[_version - 1], version));
                if (scaledObject.Annotations.PausedReplicas is { } paused)
                {
                    Compare(version.FromMilliseconds, "paused count", Taken(version.FromMilliseconds) ?? Nothing, Text(paused));
                }
            }
        }

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

        private static string Who(bool source) => source ? "Prometheus" : "the HPA's observation";

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

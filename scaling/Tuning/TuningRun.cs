using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Scaling.Tuning.Choice;
using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning;

/// <summary>One search.</summary>
internal sealed class TuningRun
{
    // Beyond it a point is of no use to anybody, however few replica-hours it has.
    private const decimal MostUnmetShare = 0.05m;
    private const int BestForParents = 16;

    private readonly TuningProblem _problem;
    private readonly SearchSpace _space;
    private readonly TuningOptions _options;
    private readonly TunedTraffic[] _traffics;
    private readonly CandidateEvaluator _evaluator;
    private readonly TuningClock _clock;
    // Settings outside of a range that the user gave are there for comparison only.
    private readonly bool _isTodayAllowed;
    private readonly ulong[] _searchSeeds;
    private readonly ulong[] _confirmationSeeds;

    public TuningRun(TuningProblem problem, SearchSpace space, TuningOptions options)
    {
        (_problem, _space, _options) = (problem, space, options);
        _isTodayAllowed = space.Knobs.All(knob => knob.HoldsToday);
        var longest = TimeSpan.FromTicks(Windows(space).Max(window => window.Ticks));
        _traffics = [.. problem.Scenarios.Select(scenario => new TunedTraffic(scenario, longest))];
        _evaluator = new CandidateEvaluator(_traffics, options.Parallelism);
        var random = new SplitMix64(options.Seed);
        _searchSeeds = [random.Next()];
        _confirmationSeeds = [.. Enumerable.Range(0, options.ConfirmationRuns).Select(_ => random.Next())];
        _clock = new TuningClock(options, space.Knobs.Count);
    }

    public TuningResult Run(CancellationToken stop)
    {
        var (ranked, front, end) = Search(stop);
        _clock.BeginFinishing();
        var most = Confirmation.Most(ranked.Count);
        var confirmation = new Confirmation(Confirm);
        var today = Today();
        // Where all leave far too many requests unmet, those that leave the fewest have to do.
        var useful = front.Count > 0 ? front : [.. ranked.OrderBy(candidate => candidate.Objectives.UnmetRequests).Take(most)];
        var spread = new NeutralChanges(_space, SearchAgain).Without(Confirmation.Spread(useful, most / 2));
        if (_isTodayAllowed || ranked.Count == 0)
        {
            confirmation.Run([today, .. spread]);
            today = confirmation.Confirmed[0];
        }
        else
        {
            Confirm([today]);
            confirmation.Run(spread);
        }

        var fewest = new FewestUnmet(today);
        fewest.Add(confirmation.Confirmed);
        var bounds = TuningBounds.Of(_problem, today, fewest.Least);
        var rule = new RecommendationRule(bounds);
        confirmation.RunBest(ranked, rule, most);
        var best = confirmation.Confirmed.Order(rule).First();
        var simplest = confirmation.Confirmed.Where(candidate => rule.IsAsGood(candidate, best))
            .OrderBy(candidate => candidate.Changes).ThenBy(candidate => candidate, rule).First();
        var simplification = new Simplification(_space, Confirm, rule);
        var recommended = simplification.Run(simplest, today, best);
        _clock.Finish();
        return new TuningResult
        {
            Today = Point(today),
            Front = Front([.. confirmation.Confirmed, .. simplification.Tried], Math.Max(today.Total.UnmetShare, recommended.Total.UnmetShare)),
            Recommended = Point(recommended),
            LeadIns = [.. _traffics.Select(traffic => traffic.LeadIn)],
            Bounds = bounds,
            IsAllowed = rule.IsAllowed(recommended),
            Effects = simplification.Effects,
            Knobs = _space.Knobs,
            Skipped = _space.Skipped,
            Candidates = ranked.Count,
            End = end,
        };
    }

    private (List<Candidate> Ranked, IReadOnlyList<Candidate> Front, TuningEnd End) Search(CancellationToken stop)
    {
        var today = Today();
        if (_evaluator.Run([today], _searchSeeds, () => { }, () => false, stop) == 0)
        {
            return ([], [], TuningEnd.Interrupted);
        }

        var fewest = new FewestUnmet(today);
        fewest.Add(_isTodayAllowed ? [today] : []);
        var source = new CandidateSource(_space, _options.Seed);
        var front = new ParetoFront<Candidate>(candidate => candidate.Objectives, candidate => candidate.Changes);
        var tried = new List<Candidate>();
        var best = new List<Candidate>();
        var end = TuningEnd.Complete;
        while (tried.Count < _options.Candidates && end == TuningEnd.Complete)
        {
            var batch = source.Next(Positions(front.Members), Positions(best))
                .Take(_options.Candidates - tried.Count)
                .Select(_space.Candidate)
                .ToList();
            var done = _evaluator.Run(batch, _searchSeeds, _clock.CandidateDone, _clock.IsOver, stop);
            foreach (var candidate in batch.Take(done).Where(candidate => IsOfUse(candidate, today.Total.UnmetShare)))
            {
                front.Add(candidate);
            }

            tried.AddRange(batch.Take(done));
            fewest.Add(batch.Take(done));
            var rule = new RecommendationRule(TuningBounds.Of(_problem, today, fewest.Least));
            best = [.. best.Concat(batch.Take(done)).Order(rule).Take(BestForParents)];
            end = batch.Count == 0 ? TuningEnd.Exhausted
                : done == batch.Count ? TuningEnd.Complete
                : stop.IsCancellationRequested ? TuningEnd.Interrupted
                : TuningEnd.Budget;
        }

        var final = new RecommendationRule(TuningBounds.Of(_problem, today, fewest.Least));
        return ([.. tried.Order(final)], front.Members, end);
    }

    private void SearchAgain(IReadOnlyList<Candidate> candidates) =>
        _evaluator.Run(candidates, _searchSeeds, () => _clock.FinishingDone(1), () => false, CancellationToken.None);

    private void Confirm(IReadOnlyList<Candidate> candidates) =>
        _evaluator.Run(candidates, _confirmationSeeds, () => _clock.FinishingDone(_options.ConfirmationRuns), () => false, CancellationToken.None);

    private List<TuningPoint> Front(List<Candidate> confirmed, decimal unmetShare)
    {
        var front = new ParetoFront<Candidate>(candidate => candidate.Objectives, candidate => candidate.Changes);
        foreach (var candidate in confirmed.Where(candidate => IsOfUse(candidate, unmetShare)))
        {
            front.Add(candidate);
        }

        return [.. front.Members
            .OrderBy(candidate => candidate.Objectives.UnmetRequests)
            .ThenBy(candidate => candidate.Objectives.ReplicaHours)
            .ThenBy(candidate => candidate.Objectives.Flaps)
            .Select(Point)];
    }

    private Candidate Today() => new(_problem.Today, null, 0);

    private TuningPoint Point(Candidate candidate) => new()
    {
        Settings = candidate.Settings,
        Changes = candidate.Positions is { } positions ? _space.ChangedValues(positions) : [],
        Total = candidate.Total,
        Traffics = candidate.Traffics,
    };

    private static bool IsOfUse(Candidate candidate, decimal unmetShare) =>
        candidate.Total.UnmetShare <= Math.Max(MostUnmetShare, unmetShare);

    private static List<int[]> Positions(IEnumerable<Candidate> candidates) => [.. candidates.Select(candidate => candidate.Positions!)];

    private static IEnumerable<TimeSpan> Windows(SearchSpace space)
    {
        yield return space.Today.Window;
        if (space.Knobs.FirstOrDefault(knob => knob.Name == TunableSetting.Window) is { } knob)
        {
            yield return knob.Set(space.Today, knob.Values.Count - 1).Window;
        }
    }
}

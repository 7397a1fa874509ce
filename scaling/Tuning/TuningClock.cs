using KedaStack.Scaling.Tuning.Choice;

namespace KedaStack.Scaling.Tuning;

/// <summary>Says when a budget is over, leaving time for the confirmation, and how far the search is.</summary>
internal sealed class TuningClock
{
    // Before that, how long a run takes is not known well: the first ones are compiled while they run.
    private const double LeastSearchShare = 0.3;

    private readonly TuningOptions _options;
    private readonly long _start;
    private readonly int _knobs;
    private int _candidates;
    private int _finished;
    private int _toFinish;
    private double _searchedShare;
    private bool _isFinishing;

    public TuningClock(TuningOptions options, int knobs) =>
        (_options, _knobs, _start) = (options, knobs, options.Time.GetTimestamp());

    private TimeSpan Elapsed => _options.Time.GetElapsedTime(_start);

    /// <summary>Whether no further candidate fits into the budget.</summary>
    public bool IsOver()
    {
        if (_options.Budget is not { } budget)
        {
            return false;
        }

        var done = Volatile.Read(ref _candidates);
        var share = Elapsed / budget;
        return share >= LeastSearchShare && share * (1 + ((double)FinishingRuns(done) / Math.Max(1, done))) >= 1;
    }

    /// <summary>A candidate was tried.</summary>
    public void CandidateDone()
    {
        var done = Interlocked.Increment(ref _candidates);
        var byWork = done / (double)(_options.Candidates + FinishingRuns(_options.Candidates));
        var byTime = _options.Budget is { } budget ? Elapsed / budget : 0;
        Report(Math.Min(1, Math.Max(byWork, byTime)));
    }

    /// <summary>The search is over.</summary>
    public void BeginFinishing()
    {
        _isFinishing = true;
        _toFinish = FinishingRuns(_candidates);
        var byTime = _options.Budget is { } budget ? Elapsed / budget : 0;
        var byWork = _candidates / (double)(_candidates + _toFinish);
        _searchedShare = Math.Min(1, Math.Max(byTime, byWork));
    }

    /// <summary>A candidate was run after the search.</summary>
    /// <param name="runs">How often.</param>
    public void FinishingDone(int runs)
    {
        var share = Math.Min(1, Interlocked.Add(ref _finished, runs) / (double)_toFinish);
        Report(_searchedShare + ((1 - _searchedShare) * share));
    }

    /// <summary>Everything is done.</summary>
    public void Finish() => Report(1);

    // Those of the best, and those without one of their changes, of which most take some rounds to go.
    private int FinishingRuns(int candidates) =>
        (_options.ConfirmationRuns * (1 + Confirmation.Most(candidates) + (_knobs * _knobs / 2)))
        + (Confirmation.Most(candidates) * _knobs / 4);

    private void Report(double share) => _options.Progress?.Report(new TuningProgress(_candidates, _isFinishing, share));
}

namespace KedaStack.Truth.Lots;

/// <summary>
/// The times of lots that follow each other after about one interval, as a Kalman filter and its smoother find them from what is
/// seen of them: the state is a lot's time and the interval.
/// </summary>
internal sealed class LotTrack
{
    /// <summary>How far apart the lots are on average, in milliseconds (recorded: 100.90 ms and 100.87 ms).</summary>
    public const double Interval = 100.9;

    // How much one interval differs from the next, and how much what is seen does besides the request that is not whole.
    private const double Jitter = 0.8;
    private const double Noise = 1.5;
    private const double Drift = 1e-6;
    private const double FirstSpread = 10;
    private const double FirstIntervalSpread = 0.1;

    // What is further off than this is of another lot, or a late scrape.
    private const double Outlier = 3.5;
    private const double OutlierWeight = 0.05;

    private readonly record struct State(double Time, double Step, double Var, double Cov, double StepVar)
    {
        public State Next() => new(Time + Step, Step, Var + (2 * Cov) + StepVar + (Jitter * Jitter), Cov + StepVar, StepVar + (Drift * Drift));

        public State Seen(double at, double variance)
        {
            var off = at - Time;
            var far = off * off > Outlier * Outlier * (Var + variance);
            var spread = Var + (far ? variance / OutlierWeight : variance);
            var (gain, stepGain) = (Var / spread, Cov / spread);
            return new State(Time + (gain * off), Step + (stepGain * off), Var * (1 - gain), Cov * (1 - gain), StepVar - (stepGain * Cov));
        }

        // What is known of the next one tells of this one (Rauch, Tung and Striebel).
        public State Smoothed(in State predicted, double nextTime, double nextStep)
        {
            var determinant = (predicted.Var * predicted.StepVar) - (predicted.Cov * predicted.Cov);
            var (a, b, c) = (Var + Cov, Cov, Cov + StepVar);
            var (time, step) = (nextTime - predicted.Time, nextStep - predicted.Step);
            var (x, y) = (
                ((predicted.StepVar * time) - (predicted.Cov * step)) / determinant,
                ((predicted.Var * step) - (predicted.Cov * time)) / determinant);
            return this with { Time = Time + (a * x) + (b * y), Step = Step + (c * x) + (StepVar * y) };
        }
    }

    /// <summary>The times of all lots between two times.</summary>
    /// <param name="seen">When lots were seen, and how long the request is that leaves it open; in the order of time.</param>
    /// <param name="from">The first time.</param>
    /// <param name="to">The last.</param>
    public static double[] Of(IReadOnlyList<(double At, double Request)> seen, double from, double to)
    {
        var first = seen[0].At;
        var state = new State(first - (Interval * Math.Floor((first - from) / Interval)), Interval, FirstSpread * FirstSpread, 0, FirstIntervalSpread * FirstIntervalSpread);
        var (filtered, predicted, place) = (new List<State>(), new List<State>(), 0);
        while (state.Time <= to)
        {
            predicted.Add(state);
            for (var end = state.Time + (Interval / 2); place < seen.Count && seen[place].At < end; place++)
            {
                state = state.Seen(seen[place].At, (seen[place].Request * seen[place].Request / 12) + (Noise * Noise));
            }

            filtered.Add(state);
            state = state.Next();
        }

        for (var i = filtered.Count - 2; i >= 0; i--)
        {
            filtered[i] = filtered[i].Smoothed(predicted[i + 1], filtered[i + 1].Time, filtered[i + 1].Step);
        }

        return [.. filtered.Select(lot => lot.Time)];
    }
}

namespace KedaStack.Scaling.Simulation.Recording.Kpis;

/// <summary>Counts the decisions that undo the direction of the one before within 10 minutes.</summary>
internal sealed class FlapCounter
{
    private const long FlapMilliseconds = 600_000;

    private bool _hasLast;
    private bool _lastWasUp;
    private long _lastMilliseconds;

    /// <summary>How many there were.</summary>
    public int Flaps { get; private set; }

    /// <summary>Takes the next decision into account.</summary>
    public void Count(in ScalingDecision decision)
    {
        var isUp = decision.To > decision.From;
        if (_hasLast && isUp != _lastWasUp && decision.AtMilliseconds - _lastMilliseconds <= FlapMilliseconds)
        {
            Flaps++;
        }

        (_hasLast, _lastWasUp, _lastMilliseconds) = (true, isUp, decision.AtMilliseconds);
    }
}

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Keeps the decisions, and never more than a number of them: the first ones.</summary>
/// <param name="mostDecisions">The most decisions; 0 or more.</param>
public sealed class DecisionLog(int mostDecisions = 10_000) : ISimulationObserver
{
    private readonly List<ScalingDecision> _decisions = [];

    /// <summary>The decisions kept, in the order of time.</summary>
    public IReadOnlyList<ScalingDecision> Decisions => _decisions;

    /// <summary>How many decisions were not kept.</summary>
    public int Dropped { get; private set; }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
        if (_decisions.Count < mostDecisions)
        {
            _decisions.Add(decision);
        }
        else
        {
            Dropped++;
        }
    }

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
    }
}

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Several observers as one.</summary>
/// <param name="observers">The observers, told in this order.</param>
public sealed class ObserverList(params ISimulationObserver[] observers) : ISyncObserver
{
    private readonly ISyncObserver[] _ofSyncs = [.. observers.OfType<ISyncObserver>()];

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        foreach (var observer in observers)
        {
            observer.OnStretch(stretch);
        }
    }

    /// <inheritdoc/>
    public void OnSync(in HpaSync sync)
    {
        foreach (var observer in _ofSyncs)
        {
            observer.OnSync(sync);
        }
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
        foreach (var observer in observers)
        {
            observer.OnDecision(decision);
        }
    }
}

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Told of every sync, too: a run that nobody watches so closely does not describe them.</summary>
public interface ISyncObserver : ISimulationObserver
{
    /// <summary>The HPA reconciled, whether it changed something or not.</summary>
    /// <param name="sync">What it saw and did.</param>
    public void OnSync(in HpaSync sync);
}

namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Told of what happens in a run, in the order of time. Keeps what is recorded apart from the model.</summary>
public interface ISimulationObserver
{
    /// <summary>A stretch of time in which nothing changed ended.</summary>
    /// <param name="stretch">The stretch; they follow each other without gaps from 0 to the end of the run.</param>
    public void OnStretch(in LoadStretch stretch);

    /// <summary>The HPA or KEDA wrote a new replica count.</summary>
    /// <param name="decision">The decision; one of the HPA comes right after its sync (<see cref="ISyncObserver"/>).</param>
    public void OnDecision(in ScalingDecision decision);
}

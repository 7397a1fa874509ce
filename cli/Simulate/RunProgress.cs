using KedaStack.Cli.Shell;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>Shows how far a run is.</summary>
/// <param name="progress">The line that shows it.</param>
/// <param name="work">What is being done.</param>
/// <param name="duration">How long the run is.</param>
internal sealed class RunProgress(ProgressLine progress, string work, TimeSpan duration) : ISimulationObserver
{
    // Asking for the time at each of millions of events would cost more than the events.
    private const int EventsPerReport = 4096;
    private int _events;

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        if (++_events % EventsPerReport == 0)
        {
            progress.Report(work, stretch.ToMilliseconds / duration.TotalMilliseconds);
        }
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
    }
}

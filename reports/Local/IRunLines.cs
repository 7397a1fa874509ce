using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;

namespace KedaStack.Reports.Local;

/// <summary>Writes a run line by line.</summary>
internal interface IRunLines
{
    /// <summary>The run was asked for.</summary>
    public void Plan(LocalRunPlan plan);

    /// <summary>Something happened.</summary>
    public void Event(LocalEvent happened);

    /// <summary>The HPA synced.</summary>
    public void Sync(LocalSync sync, LocalSnapshot snapshot);

    /// <summary>The desired replicas changed.</summary>
    public void Decision(LocalDecision decision);

    /// <summary>The run ended.</summary>
    public void Result(LocalRunResult result);
}

using KedaStack.Local.Watching;

namespace KedaStack.Tests.Reports.Local;

/// <summary>A time at which something changed.</summary>
/// <param name="Point">The point of the chart.</param>
/// <param name="ExistingPods">The pods, also those that terminate.</param>
/// <param name="Sync">The last sync.</param>
/// <param name="Decision">The change of the desired replicas at this time.</param>
internal sealed record ScriptFrame(LocalPoint Point, int ExistingPods, LocalSync? Sync, LocalDecision? Decision);

using System.Collections.Immutable;

namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>The values that a field of a cron schedule may have.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Names">Their names from the least on; empty for none.</param>
internal sealed record CronBounds(int Minimum, int Maximum, ImmutableArray<string> Names);

using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>A recommended change, and what would be without it.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Today">Today's value, as people read it.</param>
/// <param name="Recommended">The recommended value.</param>
/// <param name="Without">The figures of the recommended settings with today's value; null where that can't be deployed.</param>
/// <param name="IsAllowedWithout">Whether these are within the bounds.</param>
public sealed record KnobEffect(string Name, string Today, string Recommended, TuningFigures? Without, bool IsAllowedWithout);

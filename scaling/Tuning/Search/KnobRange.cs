namespace KedaStack.Scaling.Tuning.Search;

/// <summary>Bounds for the values that are tried for a setting. Its ends are tried, too.</summary>
/// <param name="Name">The setting: one of <see cref="TunableSetting.All"/> that is not a list of policies.</param>
/// <param name="Least">The least value; a duration in seconds.</param>
/// <param name="Most">The greatest value, not below the least.</param>
public sealed record KnobRange(string Name, decimal Least, decimal Most);

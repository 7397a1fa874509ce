namespace KedaStack.Scaling.Tuning.Search;

/// <summary>The value of a setting, as people read it.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Value">The value.</param>
public sealed record SettingValue(string Name, string Value);

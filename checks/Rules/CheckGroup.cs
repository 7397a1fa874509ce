namespace KedaStack.Checks.Rules;

/// <summary>Checks on one theme.</summary>
/// <param name="Name">The theme.</param>
/// <param name="Checks">The checks.</param>
internal sealed record CheckGroup(string Name, IReadOnlyList<Check> Checks);

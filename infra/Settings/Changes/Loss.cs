namespace KedaStack.Infra.Settings.Changes;

/// <summary>A resource that is deleted by an update, and what its deletion takes with it.</summary>
/// <param name="Type">The type token of the resource.</param>
/// <param name="Kinds">The ways of losing it that the rule is about.</param>
/// <param name="AllowedBy">The word of <c>allowReplacement</c> that allows it.</param>
public sealed record Loss(string Type, LossKinds Kinds, Replaceable AllowedBy)
{
    /// <summary>The type of a resource that takes this one with it: lost together with that one, it is no loss of its
    /// own; null when it goes alone.</summary>
    public string? With { get; init; }
}

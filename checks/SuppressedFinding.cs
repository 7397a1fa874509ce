using KedaStack.Checks.Rules;

namespace KedaStack.Checks;

/// <summary>A finding that is not reported.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why, in the words of the stack's settings.</param>
internal sealed record SuppressedFinding(Finding Finding, string Reason);

namespace KedaStack.Scaling.Steps;

/// <summary>One rule of the chain as it was applied: what went in, the formula with the numbers in it, what came out.</summary>
/// <param name="Rule">The rule's name in the upstream system's words, such as <c>tolerance</c>.</param>
/// <param name="Input">What the rule was given.</param>
/// <param name="Formula">The formula with the numbers in it.</param>
/// <param name="Output">What the rule gave.</param>
/// <param name="Changed">Whether the rule changed what it was given.</param>
public sealed record RuleStep(string Rule, string Input, string Formula, string Output, bool Changed);

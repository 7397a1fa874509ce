using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Adopted;

/// <summary>What is given has what the stack needs of it.</summary>
internal sealed class GivenRefused() : Check(new()
{
    Id = "given-refused",
    Severity = Severity.Error,
    Title = "What is given has what the stack needs of it",
    Failure = "`pulumi up` ends with the same sentence before it makes anything",
    Cause = "The stack reads what it is given and never changes it.",
    Fix = "Let its owner run the command, then read it again.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        stack.Given.Refusals.Select(refusal => Found(null, "", refusal, "what is given as the stack needs it"));
}

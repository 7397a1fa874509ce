using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Adopted;

/// <summary>What is given has been read.</summary>
internal sealed class GivenNotRead() : Check(new()
{
    Id = "given-not-read",
    Severity = Severity.Information,
    Title = "What is given has been read",
    Failure = "a refusal in `pulumi up`, or nothing at all where its reads cannot show it",
    Cause = "Offline nothing is read.",
    Fix = "Write the answer of the command to a file and give it with `--given`.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        stack.Given.NotRead.Select(clause => Found(null, "", $"not read: {clause}", "its answer with --given"));
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Adopted;

/// <summary>Settings of a cluster that the stack would make are left alone where one is given.</summary>
internal sealed class GivenWithoutEffect() : Check(new()
{
    Id = "given-without-effect",
    Severity = Severity.Information,
    Title = "Settings of a created cluster are set only where one is created",
    Failure = "nothing happens",
    Cause = "A cluster that is given is read and never changed.",
    Fix = "Leave the setting out, or let the cluster's owner change it.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        stack.Given.WithoutEffect.Select(key => Found(null, key, "a value, for a cluster that is given", "the default"));
}

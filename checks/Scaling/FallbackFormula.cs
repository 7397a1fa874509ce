using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The fallback's behavior scalingModifiers goes with a formula.</summary>
internal sealed class FallbackFormula() : Check(new()
{
    Id = "fallback-formula",
    Severity = Severity.Warning,
    Title = "The fallback's behavior scalingModifiers goes with a formula",
    Failure = "nothing when it is applied; when the trigger fails there is no formula to take the failure, and the fallback is not the one that was meant",
    Cause = "The behavior `scalingModifiers`, of KEDA 2.20, hands a failed trigger to `advanced.scalingModifiers.formula` as nil.",
    Fix = "Write a formula that says what holds without the trigger, or take another behavior, such as static.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where scaledObject.Inputs.Text("spec.fallback.behavior") == "scalingModifiers"
            && scaledObject.Inputs.Text("spec.advanced.scalingModifiers.formula") is null or ""
        select Found(scaledObject, "spec.fallback.behavior", "scalingModifiers, without a formula", "advanced.scalingModifiers.formula, or another behavior");
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>A fallback goes with ignoreNullValues false.</summary>
internal sealed class FallbackWithoutEffect() : Check(new()
{
    Id = "fallback-without-effect",
    Severity = Severity.Warning,
    Title = "A fallback goes with ignoreNullValues false",
    Failure = "a lost target scales the app in instead of falling back",
    Cause = "A fallback acts on errors only, and with `ignoreNullValues` true (the default) an empty result is 0 and no error.",
    Fix = "Set `ignoreNullValues` to `\"false\"`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        where trigger.ScaledObject.Inputs.At("spec.fallback") is not null && NullValues.AreIgnored(trigger)
        select Found(trigger.ScaledObject, trigger.MetadataPath("ignoreNullValues"), trigger.Metadata("ignoreNullValues"), "\"false\"");
}

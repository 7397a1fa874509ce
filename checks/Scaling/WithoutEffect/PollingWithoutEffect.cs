using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>pollingInterval is set only where KEDA's polling scales something.</summary>
internal sealed class PollingWithoutEffect() : Check(new()
{
    Id = "polling-without-effect",
    Severity = Severity.Warning,
    Title = "pollingInterval is set only where KEDA's polling scales something",
    Failure = "scaling is as fast or slow as before, whatever pollingInterval says",
    Cause = "With minReplicaCount of at least 1 the HPA asks for the metric itself, every 15 seconds; KEDA's polling then only feeds the status, unless `useCachedMetrics` is true or a `fallback` counts the polls that fail.",
    Fix = "Use what has an effect: the scrape interval and the rate window, here the settings `scrapeInterval` and `window`. Or set `minReplicaCount` to 0.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where scaledObject.Inputs.At("spec.pollingInterval") is not null
            && Activation.NeverHappens(scaledObject)
            && scaledObject.Inputs.At("spec.fallback") is null
            && !scaledObject.Inputs.Objects("spec.triggers").Any(trigger => trigger.IsTrue("useCachedMetrics"))
        select Found(
            scaledObject,
            "spec.pollingInterval",
            $"{scaledObject.Inputs.Shown("spec.pollingInterval")}, with minReplicaCount {scaledObject.Inputs.Shown("spec.minReplicaCount")}",
            "no pollingInterval; the scrape interval and the rate window act instead");
}

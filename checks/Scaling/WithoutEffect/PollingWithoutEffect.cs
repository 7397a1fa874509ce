using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>pollingInterval is set only where KEDA's polling scales something.</summary>
internal sealed class PollingWithoutEffect() : Check(new()
{
    Id = "polling-without-effect",
    Severity = Severity.Information,
    Title = "pollingInterval is set only where KEDA's polling scales something",
    Failure = "a warning of KEDA's webhook when the ScaledObject is applied (since KEDA 2.20); scaling is as fast or slow as before, whatever pollingInterval says",
    Cause = "With minReplicaCount of at least 1 the HPA asks for the metric itself, every 15 seconds; KEDA's polling then only feeds the status, unless `useCachedMetrics` is true or a `fallback` counts the polls that fail.",
    Fix = "Use what has an effect: the scrape interval and the rate window, here the settings `scrapeInterval` and `window`. Or set `minReplicaCount` to 0. It may stay: the demo that this stack began with sets it.",
    FixInFiles = "Use what has an effect: the interval at which the metric is scraped, and the window of the query. Or set `minReplicaCount` to 0. It may stay: it does no harm.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let warning = AdmissionWords.OfPollingInterval(stack, scaledObject)
        let hasNoEffect = HasNoEffect(scaledObject)
        where hasNoEffect || warning is not null
        select Found(
            scaledObject,
            "spec.pollingInterval",
            AdmissionWords.Quote($"{scaledObject.Inputs.Shown("spec.pollingInterval")}, with minReplicaCount {scaledObject.Inputs.Shown("spec.minReplicaCount")}", warning),
            hasNoEffect
                ? "no pollingInterval; the scrape interval and the rate window act instead"
                : "the same: it acts where a fallback counts failing polls or an idleReplicaCount is set, which the webhook leaves out");

    private static bool HasNoEffect(GraphResource scaledObject) =>
        scaledObject.Inputs.At("spec.pollingInterval") is not null
        && Activation.NeverHappens(scaledObject)
        && scaledObject.Inputs.At("spec.fallback") is null
        && !scaledObject.Inputs.Objects("spec.triggers").Any(trigger => trigger.IsTrue("useCachedMetrics"));
}

using System.Text.Json.Nodes;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>The stack's custom resources fit the real definitions.</summary>
public sealed class CustomResourceTests
{
    public static TheoryData<string> Kinds => [.. KnownDefinitions.Kinds];

    [SharedTheory("crds")]
    [MemberData(nameof(Kinds))]
    public void Definition_OfAKind_HasNoKeywordThatIsPassedOver(string kind) =>
        Assert.Empty(KnownDefinitions.Of(kind).Schema.UnknownKeywords());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Resource_OfAKind_IsInTheDefaultStack(string kind) => Assert.NotEmpty((await Stacks.Helm).OfKind(kind));

    [SharedTheory("crds")]
    [MemberData(nameof(Kinds))]
    public async Task Resource_OfAKind_FitsItsDefinitionInEveryStack(string kind)
    {
        var definition = KnownDefinitions.Of(kind);

        Assert.All(
            (await Stacks.AllAsync()).SelectMany(run => run.OfKind(kind)),
            resource => Assert.Empty(definition.Validate(resource.Inputs)));
    }

    [Fact]
    public async Task EveryCustomResource_OfAnyStack_IsOfAKindWithADefinition() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Resources).Where(resource =>
            resource.Type.StartsWith("kubernetes:keda.sh/", StringComparison.Ordinal)
            || resource.Type.StartsWith("kubernetes:azmonitoring.coreos.com/", StringComparison.Ordinal)),
        resource => Assert.Contains((string)resource.Inputs["kind"]!, KnownDefinitions.Kinds));

    [SharedTheory("crds")]
    [InlineData(FallbackBehavior.Static)]
    [InlineData(FallbackBehavior.CurrentReplicas)]
    [InlineData(FallbackBehavior.CurrentReplicasIfHigher)]
    [InlineData(FallbackBehavior.CurrentReplicasIfLower)]
    public async Task ScaledObject_WithFallback_Fits(FallbackBehavior behavior) => Assert.Empty(
        await ValidateAsync(scaling => scaling with { Fallback = new Fallback(0, 0, behavior) }));

    [SharedTheory("crds")]
    [InlineData(SelectPolicy.Max, ScalingPolicyType.Pods)]
    [InlineData(SelectPolicy.Min, ScalingPolicyType.Percent)]
    [InlineData(SelectPolicy.Disabled, ScalingPolicyType.Pods)]
    public async Task ScaledObject_WithBehaviorAtItsLimits_Fits(SelectPolicy select, ScalingPolicyType type)
    {
        var rules = new ScalingRules
        {
            StabilizationWindow = ScalingRules.MaximumStabilizationWindow,
            Policies = [new ScalingPolicy(type, 1, TimeSpan.FromSeconds(1)), new ScalingPolicy(type, 1, ScalingPolicy.MaximumPeriod)],
            SelectPolicy = select,
        };

        Assert.Empty(await ValidateAsync(scaling => scaling with
        {
            Behavior = new HorizontalPodAutoscalerBehavior(rules, rules with { StabilizationWindow = TimeSpan.Zero }),
        }));
    }

    [SharedFact("crds")]
    public async Task ScaledObject_WithAWindowOverAnHour_DoesNotFit()
    {
        var rules = new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(3601) };

        Assert.Equal(
            [
                "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds: is above 3600",
                "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp.stabilizationWindowSeconds: is above 3600",
            ],
            (await ValidateAsync(scaling => scaling with { Behavior = new HorizontalPodAutoscalerBehavior(rules, rules) }))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The definition says so too, in CEL.</summary>
    [Fact]
    public async Task ScaledObject_InEveryStack_HasNoMoreLeastThanMostReplicas() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            var spec = run["ScaledObject scaled-object"].At("spec")!;
            Assert.True(spec["minReplicaCount"]!.GetValue<double>() <= spec["maxReplicaCount"]!.GetValue<double>());
        });

    [SharedTheory("crds")]
    [InlineData("ScaledObject", "spec.triggers[0].metadata", "threshold", "10", "spec.triggers[0].metadata.threshold: must be string")]
    [InlineData("ScaledObject", "spec.triggers[0]", "metricname", "\"x\"", "spec.triggers[0].metricname: is not in the schema")]
    [InlineData("ScaledObject", "spec", "triggers", null, "spec: lacks triggers")]
    [InlineData("ScaledObject", "spec", "maxReplicaCount", "\"10\"", "spec.maxReplicaCount: must be integer")]
    [InlineData("TriggerAuthentication", "spec.podIdentity", "provider", "\"azure\"", "spec.podIdentity.provider: is none of azure-w")]
    [InlineData("TriggerAuthentication", "spec.podIdentity", "clientId", "\"x\"", "spec.podIdentity.clientId: is not in the schema")]
    [InlineData("ServiceMonitor", "spec.endpoints[0]", "scrapeTimeout", "\"10\"", "spec.endpoints[0].scrapeTimeout: does not match")]
    [InlineData("ServiceMonitor", "spec", "selector", null, "spec: lacks selector")]
    [InlineData("ServiceMonitor", "spec", "podMetricsEndpoints", "[]", "spec.podMetricsEndpoints: is not in the schema")]
    [InlineData("PodMonitor", "spec", "labelLimit", "\"63\"", "spec.labelLimit: must be integer")]
    public async Task Resource_Spoilt_DoesNotFit(string kind, string path, string property, string? json, string violation)
    {
        var resource = (JsonObject)(await Stacks.Helm).OfKind(kind).First(one => one.Name != "hpa-state").Inputs.DeepClone();
        var place = (JsonObject)PropertyBag.Find(resource, path)!;
        place.Remove(property);
        if (json is not null)
        {
            place[property] = JsonNode.Parse(json);
        }

        Assert.StartsWith(violation, Assert.Single(KnownDefinitions.Of(kind).Validate(resource)), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ValidateAsync(Func<ScalingSettings, ScalingSettings> change)
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Scaling = change(Stacks.Defaults.Scaling) });
        return KnownDefinitions.Of("ScaledObject").Validate(run["ScaledObject scaled-object"].Inputs);
    }
}

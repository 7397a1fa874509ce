using System.Text.Json.Nodes;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Keda;

/// <summary>From the scaling settings to the spec; what is not set stays out.</summary>
public sealed class ScaledObjectSpecTests
{
    [Fact]
    public async Task Numbers_OfTheSettings_AreInSeconds()
    {
        var spec = await SpecAsync(scaling => scaling with
        {
            PollingInterval = TimeSpan.FromMinutes(1),
            CooldownPeriod = TimeSpan.FromMinutes(5),
            MinReplicaCount = 0,
            MaxReplicaCount = 40,
        });

        spec.Remove("triggers");
        JsonAssert.Equal(
            """
            {
              "scaleTargetRef": { "name": "sample-app" },
              "pollingInterval": 60,
              "cooldownPeriod": 300,
              "minReplicaCount": 0,
              "maxReplicaCount": 40
            }
            """,
            spec);
    }

    [Fact]
    public async Task FallbackAndBehavior_NotSet_AreLeftOut()
    {
        var spec = await SpecAsync(scaling => scaling);

        Assert.Null(spec["fallback"]);
        Assert.Null(spec["advanced"]);
    }

    [Theory]
    [InlineData(FallbackBehavior.Static, "static")]
    [InlineData(FallbackBehavior.CurrentReplicas, "currentReplicas")]
    [InlineData(FallbackBehavior.CurrentReplicasIfHigher, "currentReplicasIfHigher")]
    [InlineData(FallbackBehavior.CurrentReplicasIfLower, "currentReplicasIfLower")]
    public async Task Fallback_Set_IsWrittenInKedasWords(FallbackBehavior behavior, string word)
    {
        var spec = await SpecAsync(scaling => scaling with { Fallback = new Fallback(3, 6, behavior) });

        JsonAssert.Equal($$"""{ "failureThreshold": 3, "replicas": 6, "behavior": "{{word}}" }""", spec["fallback"]);
    }

    [Fact]
    public async Task Behavior_WrittenInFull_IsHandedOn()
    {
        var spec = await SpecAsync(scaling => scaling with
        {
            Behavior = new HorizontalPodAutoscalerBehavior(
                new ScalingRules
                {
                    StabilizationWindow = TimeSpan.Zero,
                    Policies =
                    [
                        new ScalingPolicy(ScalingPolicyType.Pods, 4, TimeSpan.FromSeconds(15)),
                        new ScalingPolicy(ScalingPolicyType.Percent, 100, TimeSpan.FromMinutes(1)),
                    ],
                    SelectPolicy = SelectPolicy.Max,
                },
                new ScalingRules
                {
                    StabilizationWindow = TimeSpan.FromMinutes(2),
                    Policies = [new ScalingPolicy(ScalingPolicyType.Percent, 50, TimeSpan.FromMinutes(30))],
                    SelectPolicy = SelectPolicy.Min,
                }),
        });

        JsonAssert.Equal(
            """
            {
              "horizontalPodAutoscalerConfig": {
                "behavior": {
                  "scaleUp": {
                    "stabilizationWindowSeconds": 0,
                    "policies": [
                      { "type": "Pods", "value": 4, "periodSeconds": 15 },
                      { "type": "Percent", "value": 100, "periodSeconds": 60 }
                    ],
                    "selectPolicy": "Max"
                  },
                  "scaleDown": {
                    "stabilizationWindowSeconds": 120,
                    "policies": [ { "type": "Percent", "value": 50, "periodSeconds": 1800 } ],
                    "selectPolicy": "Min"
                  }
                }
              }
            }
            """,
            spec["advanced"]);
    }

    [Fact]
    public async Task Behavior_OneDirectionOnly_LeavesTheOtherOut() => JsonAssert.Equal(
        """{ "scaleDown": { "selectPolicy": "Disabled" } }""",
        await BehaviorAsync(new(ScaleUp: null, ScaleDown: new ScalingRules { SelectPolicy = SelectPolicy.Disabled })));

    [Fact]
    public async Task Behavior_WindowOnly_LeavesPoliciesToKubernetes() => JsonAssert.Equal(
        """{ "scaleUp": { "stabilizationWindowSeconds": 30 } }""",
        await BehaviorAsync(new(new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(30) }, ScaleDown: null)));

    [Fact]
    public async Task Behavior_PoliciesOnly_LeavesTheWindowToKubernetes() => JsonAssert.Equal(
        """{ "scaleUp": { "policies": [ { "type": "Pods", "value": 1, "periodSeconds": 1 } ] } }""",
        await BehaviorAsync(new(
            new ScalingRules { Policies = [new ScalingPolicy(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(1))] },
            ScaleDown: null)));

    private static async Task<JsonNode?> BehaviorAsync(HorizontalPodAutoscalerBehavior behavior) => PropertyBag.Find(
        await SpecAsync(scaling => scaling with { Behavior = behavior }), "advanced.horizontalPodAutoscalerConfig.behavior");

    private static async Task<JsonObject> SpecAsync(Func<ScalingSettings, ScalingSettings> change)
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Scaling = change(Stacks.Defaults.Scaling) });
        return (JsonObject)run["ScaledObject scaled-object"].At("spec")!.DeepClone();
    }
}

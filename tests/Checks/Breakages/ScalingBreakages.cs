using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes in how the app scales.</summary>
internal static class ScalingBreakages
{
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Alerts = "PrometheusRuleGroup/autoscaler-alerts";
    private const string IgnoreNullValues = "spec.triggers[0].metadata.ignoreNullValues";
    private const string Behavior = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("scale-target", "another name", stack => stack.With(ScaledObject, "spec.scaleTargetRef.name", "sample")),
        new("scale-target", "another kind", stack => stack.With(ScaledObject, "spec.scaleTargetRef.kind", "StatefulSet")),
        new("single-scaler", "a second ScaledObject", stack => stack
            .WithCopy(ScaledObject, "second")
            .Without("ScaledObject/second", "spec.cooldownPeriod")
            .Without("ScaledObject/second", "spec.pollingInterval")),
        new("single-scaler", "an HPA beside it", stack => stack.WithObject(
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "hpa", """{"metadata":{"name":"x","namespace":"keda-demo"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"sample-app"}}}""")),
        new("replica-bounds", "max below min", stack => stack.With(ScaledObject, "spec.minReplicaCount", 11)),
        new("replica-bounds", "idle not below min", stack => stack.With(ScaledObject, "spec.idleReplicaCount", 1))
        {
            Also = ["idle-replicas"],
        },
        new("scaling-numbers", "a text", stack => stack.With(ScaledObject, "spec.pollingInterval", "15")),
        new("scaling-numbers", "no pause between polls", stack => stack.With(ScaledObject, "spec.pollingInterval", 0)),
        new("replicas-fixed", "a number", stack => stack.With("Deployment/sample-app", "spec.replicas", 1)),
        new("replicas-fixed", "changes that are not ignored", stack => stack.WithOptions("Deployment/sample-app", options => options with { IgnoreChanges = [] })),
        new("scale-from-zero", "min 0", stack => stack.With(ScaledObject, "spec.minReplicaCount", 0)),
        new("scale-from-zero", "no min", stack => stack.Without(ScaledObject, "spec.minReplicaCount")),
        new("idle-replicas", "1", stack => stack.With(ScaledObject, "spec.idleReplicaCount", 1).With(ScaledObject, "spec.minReplicaCount", 2)),
        new("cooldown-without-effect", "a second ScaledObject with one", stack => Second(stack).With("ScaledObject/second", "spec.cooldownPeriod", 300)),
        new("polling-without-effect", "a second ScaledObject with one", stack => Second(stack).With("ScaledObject/second", "spec.pollingInterval", 30)),
        new("activation-without-effect", "5", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.activationThreshold", "5")),
        new("absence-alert", "true", stack => stack.With(ScaledObject, IgnoreNullValues, "true")) { Stack = PreviewedStacks.WithoutAlerts },
        new("absence-alert", "left out", stack => stack.Without(ScaledObject, IgnoreNullValues)) { Stack = PreviewedStacks.WithoutAlerts },
        new("absence-alert", "an alert that is switched off", stack => stack
            .With(ScaledObject, IgnoreNullValues, "true")
            .With(Alerts, "rules[4].enabled", false))
        {
            Also = ["alerts-enabled"],
        },
        new("absence-alert", "an alert on the metric that is not on its absence", stack => stack
            .With(ScaledObject, IgnoreNullValues, "true")
            .WithReplaced(Alerts, "rules[4].expression", "absent(", "sum(")),
        new("fallback", "no threshold", stack => stack.With(ScaledObject, "spec.fallback.replicas", 3)),
        new("fallback", "an unknown behavior", stack => stack.With(
            ScaledObject, "spec.fallback", new JsonObject { ["failureThreshold"] = 3, ["replicas"] = 3, ["behavior"] = "Static" })),
        new("fallback-without-effect", "ignoreNullValues true", stack => stack
            .With(ScaledObject, "spec.fallback", new JsonObject { ["failureThreshold"] = 3, ["replicas"] = 3 })
            .With(ScaledObject, IgnoreNullValues, "true")),
        new("behavior-limits", "a long period", stack => stack
            .With(ScaledObject, $"{Behavior}.scaleUp.stabilizationWindowSeconds", 0)
            .With(ScaledObject, $"{Behavior}.scaleDown.policies", JsonNode.Parse("""[{"type":"Pods","value":1,"periodSeconds":3600}]"""))),
        new("behavior-limits", "a long window", stack => stack
            .With(ScaledObject, $"{Behavior}.scaleUp.stabilizationWindowSeconds", 0)
            .With(ScaledObject, $"{Behavior}.scaleDown.stabilizationWindowSeconds", 7200)),
        new("behavior-half", "only scaleDown", stack => stack.With(ScaledObject, $"{Behavior}.scaleDown.stabilizationWindowSeconds", 60)),
    ];

    /// <summary>A second ScaledObject without settings that do nothing, on the load generator.</summary>
    private static ResourceGraph Second(ResourceGraph stack) => stack
        .WithCopy(ScaledObject, "second")
        .With("ScaledObject/second", "spec.scaleTargetRef.name", "load-generator")
        .Without("ScaledObject/second", "spec.cooldownPeriod")
        .Without("ScaledObject/second", "spec.pollingInterval")
        .Without("Deployment/load-generator", "spec.replicas")
        .WithOptions("ScaledObject/second", options => options with { DependsOn = [.. options.DependsOn, stack.Named("Deployment/load-generator").Urn] });
}

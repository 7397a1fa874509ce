using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>Changes one direction of a behavior; a direction about which nothing is said any more is left out, as by the settings' parser.</summary>
internal static class BehaviorChange
{
    public static ScalingSettings Up(ScalingSettings settings, Func<ScalingRules, ScalingRules> change) =>
        With(settings, Changed(settings.Behavior?.ScaleUp, change), settings.Behavior?.ScaleDown);

    public static ScalingSettings Down(ScalingSettings settings, Func<ScalingRules, ScalingRules> change) =>
        With(settings, settings.Behavior?.ScaleUp, Changed(settings.Behavior?.ScaleDown, change));

    private static ScalingSettings With(ScalingSettings settings, ScalingRules? up, ScalingRules? down) =>
        settings with { Behavior = up is null && down is null ? null : new HorizontalPodAutoscalerBehavior(up, down) };

    private static ScalingRules? Changed(ScalingRules? rules, Func<ScalingRules, ScalingRules> change) =>
        change(rules ?? new ScalingRules()) is { IsEmpty: false } changed ? changed : null;
}

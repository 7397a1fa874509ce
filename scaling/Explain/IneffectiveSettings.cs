using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Explain;

/// <summary>Finds the settings of a ScaledObject that change nothing.</summary>
public static class IneffectiveSettings
{
    /// <summary>
    /// The settings: those that KEDA warns of, and those that the model knows of besides. With a fallback, pollingInterval acts: failing
    /// polls count (KEDA 2.19).
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="words">In whose words; a KEDA that does not warn has those of the first one that does.</param>
    public static IReadOnlyList<IneffectiveSetting> For(
        ScaledObject scaledObject, AdmissionWarnings words = AdmissionWarnings.OnlyIdleZeroCounts)
    {
        var found = ScaledObjectWarnings.For(scaledObject, words == AdmissionWarnings.None ? AdmissionWarnings.OnlyIdleZeroCounts : words)
            .Where(warning => !IsOfPolling(warning) || scaledObject.Fallback is null)
            .Select(warning => OfWarning(scaledObject, warning))
            .ToList();
        if (scaledObject is { MinReplicaCount: > 0, IdleReplicaCount: null })
        {
            found.AddRange(Activations(
                scaledObject, "It only decides between 0 replicas and more. It is only relevant when minReplicaCount = 0 or idleReplicaCount = 0."));
            if (scaledObject.InitialCooldownPeriod > TimeSpan.Zero)
            {
                found.Add(new IneffectiveSetting(
                    "initialCooldownPeriod", Seconds(scaledObject.InitialCooldownPeriod), "It only delays the way to 0 replicas, as cooldownPeriod does."));
            }
        }

        else if (scaledObject.Modifiers is not null)
        {
            found.AddRange(Activations(scaledObject, "Beside a formula only its activationTarget counts.").Where(setting => setting.Value != "0"));
        }

        if (scaledObject.IdleReplicaCount is { } idle and > 0)
        {
            found.Add(new IneffectiveSetting(
                "idleReplicaCount", Text(idle), "The HPA raises the count to minReplicaCount again at its next sync; only 0 works."));
        }

        if (scaledObject.Fallback is { Behavior: FallbackBehavior.CurrentReplicas, Replicas: > 0 } fallback)
        {
            found.Add(new IneffectiveSetting("fallback.replicas", Text(fallback.Replicas), "fallback.behavior is currentReplicas: the replicas stay as they are."));
        }

        if (KedaHpa.Create(scaledObject) is { } hpa && hpa.MinReplicas == hpa.MaxReplicas)
        {
            AddAllOfTheHpa(found, scaledObject, hpa.MinReplicas);
            return found;
        }

        AddDirection(found, "scaleUp", scaledObject.Behavior?.ScaleUp);
        AddDirection(found, "scaleDown", scaledObject.Behavior?.ScaleDown);
        return found;
    }

    // Those of prometheus triggers are shown with their defaults, as ever; those of others where they are given.
    private static IEnumerable<IneffectiveSetting> Activations(ScaledObject scaledObject, string reason) => scaledObject.Triggers
        .OfType<ExternalMetricTrigger>()
        .Where(trigger => trigger.ActivationParameter is not null && (trigger is PrometheusTrigger || trigger.ActivationValue > 0))
        .Select(trigger => new IneffectiveSetting(
            trigger.ActivationParameter + Of(scaledObject, trigger), trigger.ActivationValue.ToString(CultureInfo.InvariantCulture), reason));

    private static string Of(ScaledObject scaledObject, ExternalMetricTrigger trigger) =>
        scaledObject.Triggers.Count == 1 ? "" : $" of {(trigger.Name.Length > 0 ? trigger.Name : trigger.MetricName)}";

    // KEDA makes a minimum of 0 one of 1 for the HPA.
    private static void AddAllOfTheHpa(List<IneffectiveSetting> found, ScaledObject scaledObject, int replicas)
    {
        var reason = $"The HPA's minimum and maximum are both {Text(replicas)}: it keeps that count whatever {(scaledObject.Triggers.Count == 1 ? "the query answers" : "the triggers answer")}.";
        found.AddRange(scaledObject.Triggers.OfType<PrometheusTrigger>().Select(trigger => new IneffectiveSetting(
            "threshold" + Of(scaledObject, trigger), trigger.Threshold.ToString(CultureInfo.InvariantCulture), reason)));
        if (scaledObject.Behavior is { } behavior)
        {
            found.Add(new IneffectiveSetting(
                "behavior", string.Join(" and ", new[] { behavior.ScaleUp is null ? "" : "scaleUp", behavior.ScaleDown is null ? "" : "scaleDown" }.Where(text => text.Length > 0)), reason));
        }
    }

    private static bool IsOfPolling(string warning) => warning.StartsWith("PollingInterval", StringComparison.Ordinal);

    private static IneffectiveSetting OfWarning(ScaledObject scaledObject, string warning)
    {
        var polling = IsOfPolling(warning);
        var period = polling ? scaledObject.PollingInterval : scaledObject.CooldownPeriod;
        return new IneffectiveSetting(
            polling ? "pollingInterval" : "cooldownPeriod",
            Seconds(period),
            warning + ".");
    }

    private static void AddDirection(List<IneffectiveSetting> found, string direction, ScalingRules? rules)
    {
        if (rules?.SelectPolicy != SelectPolicy.Disabled)
        {
            return;
        }

        var reason = $"{direction}.selectPolicy is Disabled: this direction does not scale.";
        if (rules.Policies.Count > 0)
        {
            found.Add(new IneffectiveSetting(direction + ".policies", string.Join(", ", rules.Policies), reason));
        }

        if (rules.StabilizationWindow is { } window)
        {
            found.Add(new IneffectiveSetting(direction + ".stabilizationWindowSeconds", Seconds(window), reason));
        }
    }

    private static string Seconds(TimeSpan period) => ((long)period.TotalSeconds).ToString(CultureInfo.InvariantCulture) + " s";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

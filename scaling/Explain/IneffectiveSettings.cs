using System.Globalization;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;

namespace KedaStack.Scaling.Explain;

/// <summary>Finds the settings of a ScaledObject that change nothing.</summary>
public static class IneffectiveSettings
{
    /// <summary>The settings: those that KEDA warns of, and those that the model knows of besides.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    public static IReadOnlyList<IneffectiveSetting> For(ScaledObject scaledObject)
    {
        var found = ScaledObjectWarnings.For(scaledObject).Select(warning => OfWarning(scaledObject, warning)).ToList();
        if (scaledObject is { MinReplicaCount: > 0, IdleReplicaCount: null })
        {
            found.AddRange(scaledObject.Triggers.Select(trigger => new IneffectiveSetting(
                "activationThreshold",
                trigger.ActivationThreshold.ToString(CultureInfo.InvariantCulture),
                "It only decides between 0 replicas and more. It is only relevant when minReplicaCount = 0 or idleReplicaCount = 0.")));
        }

        if (scaledObject.IdleReplicaCount is { } idle and > 0)
        {
            found.Add(new IneffectiveSetting(
                "idleReplicaCount", Text(idle), "The HPA raises the count to minReplicaCount again at its next sync; only 0 works."));
        }

        AddDirection(found, "scaleUp", scaledObject.Behavior?.ScaleUp);
        AddDirection(found, "scaleDown", scaledObject.Behavior?.ScaleDown);
        return found;
    }

    private static IneffectiveSetting OfWarning(ScaledObject scaledObject, string warning)
    {
        var polling = warning.StartsWith("PollingInterval", StringComparison.Ordinal);
        var period = polling ? scaledObject.PollingInterval : scaledObject.CooldownPeriod;
        return new IneffectiveSetting(
            polling ? "pollingInterval" : "cooldownPeriod",
            ((long)period.TotalSeconds).ToString(CultureInfo.InvariantCulture) + " s",
            warning + ".");
    }

    private static void AddDirection(List<IneffectiveSetting> found, string direction, ScalingRules? rules)
    {
        if (rules is { SelectPolicy: SelectPolicy.Disabled, Policies.Count: > 0 })
        {
            found.Add(new IneffectiveSetting(
                direction + ".policies",
                string.Join(", ", rules.Policies),
                $"{direction}.selectPolicy is Disabled: this direction does not scale."));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

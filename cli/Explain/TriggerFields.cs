using System.Globalization;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling.Keda;

namespace KedaStack.Cli.Explain;

/// <summary>Reads the only trigger of a ScaledObject. How it authenticates itself is left out: it is not in the file.</summary>
internal static class TriggerFields
{
    private static readonly string[] _authParameters = ["authModes", "authMode"];

    /// <summary>Reads the trigger.</summary>
    /// <param name="spec">The ScaledObject's spec.</param>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong, in KEDA's words where KEDA refuses it.</param>
    /// <returns>Null after a problem.</returns>
    public static PrometheusTrigger? Read(ObjectFields spec, string path, ICollection<SettingsProblem> problems)
    {
        if (spec.Map("advanced").Map("scalingModifiers").Text("formula") is { Length: > 0 } formula)
        {
            spec.Refuse("advanced.scalingModifiers", "is a formula over triggers", Quoted.Text(formula), "explain a ScaledObject without one");
        }

        if (spec.Required("triggers", spec.List("triggers"), "write one trigger of type prometheus") is not { } triggers)
        {
            return null;
        }

        if (triggers.Count != 1)
        {
            spec.Refuse(
                "triggers", "is not just one trigger, and --value is one answer",
                triggers.Count.ToString(CultureInfo.InvariantCulture), "keep the trigger that is to be explained");
            return null;
        }

        var trigger = triggers[0];
        var type = trigger.Required("type", trigger.Text("type"), "write prometheus");
        if (type is null or "prometheus")
        {
            return type is null ? null : Prometheus(trigger, path, problems);
        }

        trigger.Refuse("type", "is not prometheus", Quoted.Text(type), "explain a ScaledObject with a prometheus trigger");
        return null;
    }

    private static PrometheusTrigger? Prometheus(ObjectFields trigger, string path, ICollection<SettingsProblem> problems)
    {
        var metadata = trigger.Texts("metadata");
        var reading = PrometheusTriggerReader.Read(new PrometheusTriggerDefinition
        {
            // The parameters of an authentication are in another object.
            Metadata = metadata.Where(entry => !_authParameters.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal),
            MetricType = trigger.Text("metricType") ?? "",
            UseCachedMetrics = trigger.Text("useCachedMetrics") == "true",
        });
        foreach (var problem in reading.Problems)
        {
            problems.Add(SettingsProblem.Create(
                $"{path}: spec.triggers[0]", "is refused by KEDA", problem, "correct it as KEDA's prometheus scaler documents it"));
        }

        return reading.Trigger;
    }
}

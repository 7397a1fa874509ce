using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Resources.Files;

/// <summary>Reads the prometheus trigger of a ScaledObject. How it authenticates itself is left out: it is not in the file.</summary>
internal static class TriggerFields
{
    private const string Type = "prometheus";

    private static readonly string[] _authParameters = ["authModes", "authMode"];

    /// <summary>Reads the trigger.</summary>
    /// <param name="spec">The ScaledObject's spec.</param>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong, in KEDA's words where KEDA refuses it.</param>
    /// <param name="others">Gets the other triggers, each with its place and type.</param>
    /// <returns>Null after a problem.</returns>
    public static PrometheusTrigger? Read(
        ObjectFields spec, string path, ICollection<SettingsProblem> problems, ICollection<string> others)
    {
        if (spec.Map("advanced").Map("scalingModifiers").Text("formula") is { Length: > 0 } formula)
        {
            spec.Refuse("advanced.scalingModifiers", "is a formula over triggers", Quoted.Text(formula), "explain a ScaledObject without one");
        }

        if (spec.Required("triggers", spec.List("triggers"), "write one trigger of type prometheus") is not { } triggers)
        {
            return null;
        }

        foreach (var trigger in triggers)
        {
            trigger.WithOnly("type", "name", "metricType", "metadata", "authenticationRef", "useCachedMetrics");
        }

        var places = Enumerable.Range(0, triggers.Count)
            .Where(place => triggers[place].Required("type", triggers[place].Text("type"), "write prometheus") == Type)
            .ToList();
        if (places.Count != 1)
        {
            var wrong = places.Count == 0 ? "has no trigger of type prometheus" : "has several prometheus triggers, of which one can be explained";
            var right = places.Count == 0 ? "explain a ScaledObject with a prometheus trigger" : "keep the one to explain";
            spec.Refuse("triggers", wrong, triggers.Count == 0 ? "no trigger" : string.Join(", ", triggers.Select(Shown)), right);
            return null;
        }

        foreach (var place in Enumerable.Range(0, triggers.Count).Where(place => place != places[0]))
        {
            others.Add(FormattableString.Invariant($"triggers[{place}] ({Shown(triggers[place])})"));
        }

        return Prometheus(triggers[places[0]], FormattableString.Invariant($"{path}: spec.triggers[{places[0]}]"), problems) is { } read ? read with { TriggerIndex = places[0] } : null;
    }

    private static string Shown(ObjectFields trigger) => trigger.Text("type") ?? "without a type";

    private static PrometheusTrigger? Prometheus(ObjectFields trigger, string place, ICollection<SettingsProblem> problems)
    {
        var metadata = trigger.Texts("metadata");
        var reading = TriggerReader.Read(new TriggerDefinition
        {
            // The parameters of an authentication are in another object.
            Metadata = metadata.Where(entry => !_authParameters.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal),
            MetricType = trigger.Text("metricType") ?? "",
            UseCachedMetrics = trigger.Text("useCachedMetrics") == "true",
        });
        foreach (var problem in reading.Problems)
        {
            problems.Add(SettingsProblem.Create(
                place, "is refused by KEDA", problem, "correct it as KEDA's prometheus scaler documents it"));
        }

        return (PrometheusTrigger?)reading.Trigger;
    }
}

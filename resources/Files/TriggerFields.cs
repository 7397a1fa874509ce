using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Files;

/// <summary>Reads the triggers of a ScaledObject. How they authenticate themselves is left out: it is not in the file.</summary>
/// <param name="spec">The ScaledObject's spec.</param>
/// <param name="path">The file.</param>
/// <param name="problems">Gets what is wrong, in KEDA's words where KEDA refuses it.</param>
internal sealed class TriggerFields(ObjectFields spec, string path, ICollection<SettingsProblem> problems)
{
    private const string Prometheus = "prometheus";
    private const string TargetOption = "--target";

    private static readonly string[] _authParameters = ["authModes", "authMode"];

    /// <summary>Reads the triggers.</summary>
    /// <param name="targets">The values of <c>--target</c>: targets of triggers whose scalers this does not know.</param>
    /// <returns>Those that could be read; one with an unknown target has none.</returns>
    public IReadOnlyList<NamedTrigger> Read(IReadOnlyList<string> targets)
    {
        var triggers = spec.Required("triggers", spec.List("triggers"), "write the triggers, such as one of type prometheus") ?? [];
        if (triggers.Count == 0 && spec.List("triggers") is not null)
        {
            spec.Refuse("triggers", "is empty", "no trigger", "write the triggers, such as one of type prometheus");
        }

        foreach (var trigger in triggers)
        {
            trigger.WithOnly("type", "name", "metricType", "metadata", "authenticationRef", "useCachedMetrics");
        }

        List<(string Name, string Type)> called =
            [.. triggers.Select(trigger => (trigger.Text("name") ?? "", trigger.Required("type", trigger.Text("type"), "write a type, such as prometheus") ?? ""))];
        var names = NamedTrigger.Names(called);
        var given = GivenPair.ReadAll(TargetOption, targets, [.. names.Select((name, place) => (name, place))], null, problems);
        List<TriggerDefinition> definitions = [.. triggers.Select((trigger, place) => Definition(trigger, place, called[place], Target(given, place)))];
        foreach (var fault in TriggerReader.ProblemsOfAll(definitions))
        {
            problems.Add(SettingsProblem.Create($"{path}: spec.triggers", "is refused by KEDA", fault.Message, "correct it as KEDA documents it"));
        }

        return [.. definitions.Where(definition => definition.Type.Length > 0)
            .Select(definition => new NamedTrigger(names[definition.TriggerIndex], definition.TriggerIndex, definition.Type, Trigger(definition)))];
    }

    /// <summary>Reads the formula.</summary>
    /// <param name="triggers">The triggers.</param>
    /// <returns>Null without one, and after a problem.</returns>
    public ScalingModifiers? Modifiers(IReadOnlyList<NamedTrigger> triggers)
    {
        var modifiers = spec.Map("advanced").Map("scalingModifiers").WithOnly("formula", "target", "activationTarget", "metricType");
        if (!modifiers.Exists)
        {
            return null;
        }

        string Text(string name) => modifiers.Text(name) ?? "";
        string[] names = [.. triggers.Where(trigger => !ResourceTrigger.Types.Contains(trigger.Type))
            .Select(trigger => trigger.Trigger?.Name ?? trigger.Name).Where(name => name.Length > 0)];
        var read = ScalingModifiers.Read(Text("formula"), Text("target"), Text("activationTarget"), Text("metricType"), names, out var error);
        if (error is not null)
        {
            problems.Add(SettingsProblem.Create(
                $"{path}: spec.advanced.scalingModifiers", "is refused", error, "write a formula over the triggers' names, a target and what goes with it"));
        }

        return read;
    }

    private double? Target(IReadOnlyDictionary<int, string> given, int place)
    {
        if (!given.TryGetValue(place, out var text))
        {
            return null;
        }

        if (MilliQuantity.TryParse(text) is { Milli: > 0 } quantity)
        {
            return quantity.Milli / 1000.0;
        }

        problems.Add(SettingsProblem.Create(TargetOption, "is no target", Quoted.Text(text), "write a number above 0"));
        return null;
    }

    private static TriggerDefinition Definition(ObjectFields trigger, int place, (string Name, string Type) called, double? target) => new()
    {
        Type = called.Type,
        Name = called.Name,
        TriggerIndex = place,
        Metadata = trigger.Texts("metadata")
            // The parameters of a prometheus trigger's authentication are in another object.
            .Where(entry => called.Type != Prometheus || !_authParameters.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal),
        MetricType = trigger.Text("metricType") ?? "",
        UseCachedMetrics = trigger.Text("useCachedMetrics") == "true",
        Target = target,
        IsAuthenticationKnown = false,
    };

    private Trigger? Trigger(TriggerDefinition definition)
    {
        var place = FormattableString.Invariant($"{path}: spec.triggers[{definition.TriggerIndex}]");
        var isKnown = TriggerReader.IsModelled(definition.Type);
        if (isKnown && definition.Target is not null)
        {
            problems.Add(SettingsProblem.Create(
                TargetOption, $"is for a {definition.Type} trigger, which has a target of its own", "a target", "leave it out, or change the file"));
        }

        if (!isKnown && definition.Target is null && !TriggerReader.HasTarget(definition))
        {
            if (!spec.Map("advanced").Map("scalingModifiers").Exists)
            {
                return null;
            }

            // A formula has its own target.
            definition = definition with { Target = 1 };
        }

        var reading = TriggerReader.Read(definition);
        foreach (var problem in reading.Problems)
        {
            problems.Add(SettingsProblem.Create(
                place, "is refused by KEDA", problem, $"correct it as KEDA's {definition.Type} scaler documents it"));
        }

        return reading.Trigger;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Diff;

/// <summary>The inputs that a deployment sends: those of the program, the ignored ones as they were.</summary>
internal static class SentInputs
{
    /// <summary>The inputs (pulumi/pulumi, pkg/resource/deploy/step_generator.go, processIgnoreChanges).</summary>
    /// <param name="present">The inputs of the program.</param>
    /// <param name="changes">What differs from the earlier ones, with its effects.</param>
    public static JsonObject Of(JsonObject present, IReadOnlyList<PropertyChange> changes)
    {
        var sent = (JsonObject)present.DeepClone();
        foreach (var change in changes.Where(change => change.Effect == ChangeEffect.Ignore))
        {
            Restore(sent, change);
        }

        return sent;
    }

    private static void Restore(JsonObject inputs, PropertyChange change)
    {
        JsonNode? parent = inputs;
        var steps = PropertyPath.Steps(change.Path);
        foreach (var step in steps.SkipLast(1))
        {
            parent = parent switch
            {
                JsonObject map => map[step],
                JsonArray list => list[int.Parse(step, CultureInfo.InvariantCulture)],
                _ => null,
            };
        }

        switch (parent, change.Kind)
        {
            case (JsonObject map, ChangeKind.Added):
                map.Remove(steps[^1]);
                break;
            case (JsonObject map, _):
                map[steps[^1]] = change.Earlier?.DeepClone();
                break;
            case (JsonArray list, ChangeKind.Changed):
                list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = change.Earlier?.DeepClone();
                break;
        }
    }
}

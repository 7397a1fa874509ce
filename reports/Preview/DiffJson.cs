using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>A diff for machines.</summary>
internal static class DiffJson
{
    /// <summary>The diff as indented JSON with a final line break; long texts are counted, not printed.</summary>
    public static string Write(StackChange change) => MachineJson.Write(new JsonObject
    {
        ["stack"] = change.Stack,
        ["counts"] = new JsonObject
        {
            ["refused"] = change.Count("refused"),
            ["added"] = change.Count("added"),
            ["removed"] = change.Count("removed"),
            ["changed"] = change.Count("changed"),
            ["replaced"] = change.Count("replaced"),
        },
        ["resources"] = new JsonArray([.. change.Resources.Select(Resource)]),
        ["outputs"] = List(change.Outputs, withEffect: false),
    });

    private static JsonObject Resource(ResourceChange resource) => new()
    {
        ["urn"] = resource.Urn,
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["change"] = resource.Word,
        ["replacedBecause"] = new JsonArray([.. resource.ReplacedBecause.Select(reason => (JsonNode?)reason)]),
        ["refusedBecause"] = new JsonArray([.. resource.RefusedBecause.Select(reason => (JsonNode?)reason)]),
        ["notes"] = new JsonArray([.. resource.Notes.Select(note => (JsonNode?)note)]),
        ["inputs"] = List(resource.Inputs, resource.Kind == ChangeKind.Changed),
        ["options"] = List(resource.Options, resource.Kind == ChangeKind.Changed),
    };

    private static JsonArray List(IReadOnlyList<PropertyChange> changes, bool withEffect) =>
        new([.. changes.Select(change => Property(change, withEffect))]);

    private static JsonObject Property(PropertyChange change, bool withEffect) => new()
    {
        ["path"] = change.Path,
        ["change"] = change.Kind switch
        {
            ChangeKind.Added => "added",
            ChangeKind.Removed => "removed",
            _ => "changed",
        },
        ["effect"] = (withEffect, change.Effect) switch
        {
            (false, _) => null,
            (_, ChangeEffect.Replace) => "replace",
            (_, ChangeEffect.Refuse) => "refuse",
            (_, ChangeEffect.Ignore) => "ignore",
            _ => "update",
        },
        ["old"] = ShownValue.WithoutLongTexts(change.Earlier),
        ["new"] = ShownValue.WithoutLongTexts(change.Present),
        ["summary"] = ShownValue.Summary(change),
    };
}

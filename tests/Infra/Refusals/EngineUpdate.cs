using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Resources.Diff;
using KedaStack.Tests.Infra.Running;
using Pulumi;

namespace KedaStack.Tests.Infra.Refusals;

/// <summary>
/// The part of the engine that runs hooks before updates (pulumi/pulumi, pkg/resource/deploy: processIgnoreChanges of
/// step_generator.go, UpdateStep.Apply of step.go, RunHooks of deployment.go): an ignored input is sent as it was; what is
/// the same after that is not updated; what is replaced has no update; in a preview only hooks with OnDryRun run.
/// </summary>
internal static class EngineUpdate
{
    /// <summary>Runs the hooks of an update from one deployment to the next.</summary>
    /// <returns>What they refuse, by the label of the resource.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(StackRun last, StackRun present, bool isPreview = false)
    {
        var errors = new Dictionary<string, string>();
        foreach (var resource in present.Resources.Where(resource => last.Has(resource.Label)))
        {
            var before = last[resource.Label].Inputs;
            var after = Sent(before, resource);
            if (JsonNode.DeepEquals(before, after) || IsReplaced(resource, before, after))
            {
                continue;
            }

            foreach (var hook in resource.Options.Hooks.BeforeUpdate.Where(hook => !isPreview || hook.Options.OnDryRun == true))
            {
                var args = new ResourceHookArgs(
                    $"urn:pulumi:dev::kedastack::{resource.Type}::{resource.Name}",
                    "id",
                    resource.Name,
                    resource.Type,
                    newInputs: Map(after),
                    oldInputs: Map(before),
                    oldOutputs: Map(before));
                if (await Record.ExceptionAsync(() => hook.Callback(args, CancellationToken.None)) is { } exception)
                {
                    errors[resource.Label] = exception.Message;
                }
            }
        }

        return errors;
    }

    private static JsonObject Sent(JsonObject before, StackResource resource)
    {
        var sent = (JsonObject)resource.Inputs.DeepClone();
        foreach (var path in resource.Options.IgnoreChanges)
        {
            var steps = path.Split('.', '[').Select(step => step.TrimEnd(']')).ToList();
            if (Walk(sent, steps.SkipLast(1)) is not JsonObject parent)
            {
                continue;
            }

            if (PropertyBag.Find(before, path) is { } old)
            {
                parent[steps[^1]] = old.DeepClone();
            }
            else
            {
                parent.Remove(steps[^1]);
            }
        }

        return sent;
    }

    private static JsonNode? Walk(JsonNode? node, IEnumerable<string> steps) => steps.Aggregate(node, (current, step) => current switch
    {
        JsonObject map => map[step],
        JsonArray list => list.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
        _ => null,
    });

    private static bool IsReplaced(StackResource resource, JsonObject before, JsonObject after) =>
        ReplacementFacts.Of(resource.Type, after, provider: null).Concat(resource.Options.ReplaceOnChanges)
            .Any(path => !JsonNode.DeepEquals(PropertyBag.Find(before, path), PropertyBag.Find(after, path)));

    // The types that the official SDK hands to a hook (pulumi-dotnet, Serialization/Deserializer.cs).
    private static ImmutableDictionary<string, object?> Map(JsonObject map) =>
        map.ToImmutableDictionary(entry => entry.Key, entry => Value(entry.Value));

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => Map(map),
        JsonArray list => list.Select(Value).ToImmutableArray(),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.GetValue<double>(),
    };
}

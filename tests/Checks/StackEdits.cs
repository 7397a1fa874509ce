using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks;

/// <summary>
/// Makes a stack with a mistake out of a right one. Resources are named by kind and name, <c>Service/sample-app</c>; a key
/// with dots in a path is written in braces: <c>metadata.labels.{app.kubernetes.io/name}</c>.
/// </summary>
internal static class StackEdits
{
    /// <summary>With another input.</summary>
    public static ResourceGraph With(this ResourceGraph stack, string resource, string path, JsonNode? value) =>
        stack.Edited(resource, one => one.WithInputs(inputs => Set(inputs, path, value?.DeepClone())));

    /// <summary>Without an input.</summary>
    public static ResourceGraph Without(this ResourceGraph stack, string resource, string path) =>
        stack.Edited(resource, one => one.WithInputs(inputs => Remove(inputs, path)));

    /// <summary>With another text in an input.</summary>
    public static ResourceGraph WithReplaced(this ResourceGraph stack, string resource, string path, string old, string @new)
    {
        var text = Get(stack.Named(resource).Inputs, path)!.GetValue<string>();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return stack.With(resource, path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Without a resource; nothing depends on it any more either.</summary>
    public static ResourceGraph WithoutResource(this ResourceGraph stack, string resource)
    {
        var removed = stack.Named(resource);
        return stack with
        {
            Resources =
            [
                .. stack.Resources
                    .Where(one => one.Urn != removed.Urn)
                    .Select(one => one with { Options = one.Options with { DependsOn = [.. one.Options.DependsOn.Where(urn => urn != removed.Urn)] } }),
            ],
        };
    }

    /// <summary>With one more resource, like another.</summary>
    public static ResourceGraph WithCopy(this ResourceGraph stack, string resource, string name)
    {
        var copied = stack.Named(resource);
        return stack with
        {
            Resources = [.. stack.Resources, copied with { Name = name, Urn = $"{copied.Urn}-{name}", Inputs = (JsonObject)copied.Inputs.DeepClone() }],
        };
    }

    /// <summary>With one more object in the cluster, made like the sample app's Service.</summary>
    public static ResourceGraph WithObject(this ResourceGraph stack, string type, string name, string inputs) =>
        stack.WithCopy("Service/sample-app", name).Edited($"Service/{name}", one => one with { Type = type, Inputs = JsonNode.Parse(inputs)!.AsObject() });

    /// <summary>With other options.</summary>
    public static ResourceGraph WithOptions(this ResourceGraph stack, string resource, Func<GraphOptions, GraphOptions> change) =>
        stack.Edited(resource, one => one with { Options = change(one.Options) });

    /// <summary>Without a dependency.</summary>
    public static ResourceGraph WithoutDependency(this ResourceGraph stack, string resource, params string[] needed)
    {
        var urns = needed.Select(name => stack.Named(name).Urn).ToHashSet();
        return stack.WithOptions(resource, options => options with { DependsOn = [.. options.DependsOn.Where(urn => !urns.Contains(urn))] });
    }

    /// <summary>With a resource changed.</summary>
    public static ResourceGraph Edited(this ResourceGraph stack, string resource, Func<GraphResource, GraphResource> change)
    {
        var urn = stack.Named(resource).Urn;
        return stack with { Resources = [.. stack.Resources.Select(one => one.Urn == urn ? change(one) : one)] };
    }

    /// <summary>The resource of a kind and name.</summary>
    public static GraphResource Named(this ResourceGraph stack, string resource) => stack.Resources.Single(one =>
        !one.IsComponent && $"{one.Type[(one.Type.LastIndexOf(':') + 1)..]}/{one.Name}" == resource);

    /// <summary>The value at a path.</summary>
    public static JsonNode? Get(JsonNode? node, string path) => Steps(path).Aggregate(node, Step);

    private static GraphResource WithInputs(this GraphResource resource, Action<JsonObject> change)
    {
        var inputs = (JsonObject)resource.Inputs.DeepClone();
        change(inputs);
        return resource with { Inputs = inputs, References = InputValues.References(inputs) };
    }

    private static void Set(JsonObject inputs, string path, JsonNode? value)
    {
        var steps = Steps(path);
        JsonNode node = inputs;
        foreach (var step in steps[..^1])
        {
            if (Step(node, step) is not { } next)
            {
                next = new JsonObject();
                ((JsonObject)node)[step] = next;
            }

            node = next;
        }

        if (node is JsonArray list && int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture) is var index)
        {
            if (index == list.Count)
            {
                list.Add(value);
            }
            else
            {
                list[index] = value;
            }
        }
        else
        {
            ((JsonObject)node)[steps[^1]] = value;
        }
    }

    private static void Remove(JsonObject inputs, string path)
    {
        var steps = Steps(path);
        var parent = steps[..^1].Aggregate((JsonNode?)inputs, Step);
        if (parent is JsonArray list)
        {
            list.RemoveAt(int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.True(((JsonObject)parent!).Remove(steps[^1]), $"There is no {path}.");
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonArray list => list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
        JsonObject map => map[step],
        _ => null,
    };

    private static List<string> Steps(string path)
    {
        var steps = new List<string>();
        for (var rest = path; rest.Length > 0;)
        {
            var end = rest[0] == '{' ? rest.IndexOf('}', StringComparison.Ordinal) : rest.IndexOfAny(['.', '[', ']']);
            var step = end < 0 ? rest : rest[..end];
            rest = end < 0 ? "" : rest[(end + 1)..];
            if (step.TrimStart('{').Length > 0)
            {
                steps.Add(step.TrimStart('{'));
            }
        }

        return steps;
    }
}

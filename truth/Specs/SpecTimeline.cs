using System.Text.Json.Nodes;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>What the hands of a scenario made of its ScaledObject.</summary>
public static class SpecTimeline
{
    private const string Patch = "patchSO";
    private const string Annotate = "annotate";

    /// <summary>The ScaledObject at first and after each change; empty without one.</summary>
    /// <param name="loop">The loop.</param>
    public static IReadOnlyList<ScaledObjectVersion> Of(RecordedLoop loop)
    {
        if (loop.ScaledObject is not { } spec)
        {
            return [];
        }

        var versions = new List<ScaledObjectVersion> { new(long.MinValue, spec, new Dictionary<string, string>()) };
        foreach (var action in loop.Actions)
        {
            if (Next(versions[^1], action) is { } next)
            {
                versions.Add(next);
            }
        }

        return versions;
    }

    private static ScaledObjectVersion? Next(ScaledObjectVersion before, RecordedAction action) => action.Kind switch
    {
        Patch => before with
        {
            FromMilliseconds = action.AtMilliseconds,
            Spec = JsonMergePatch.Apply(before.Spec, JsonNode.Parse(action.Argument)!["spec"])!.AsObject(),
        },
        Annotate => before with { FromMilliseconds = action.AtMilliseconds, Annotations = Annotated(before.Annotations, action.Argument) },
        _ => null,
    };

    // An empty value takes the annotation away.
    private static Dictionary<string, string> Annotated(IReadOnlyDictionary<string, string> before, string argument)
    {
        var annotations = new Dictionary<string, string>(before);
        var (name, value) = argument.Split('=', 2) is [var left, var right] ? (left, right) : (argument, "");
        if (value.Length == 0)
        {
            annotations.Remove(name);
        }
        else
        {
            annotations[name] = value;
        }

        return annotations;
    }
}

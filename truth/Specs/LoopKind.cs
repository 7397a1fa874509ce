using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>What a loop is scaled by.</summary>
internal static class LoopKind
{
    /// <summary>What a loop is scaled by that is not one prometheus trigger alone; null for that.</summary>
    /// <param name="loop">The loop.</param>
    public static string? OtherThanPrometheus(RecordedLoop loop)
    {
        var versions = SpecTimeline.Of(loop);
        if (versions.Count == 0)
        {
            return "an HPA of its own";
        }

        var scaledObject = ScaledObjectReader.Read(versions[0], loop.Name, LoopSemantics.Of(loop.Versions).Keda);
        return scaledObject.Modifiers is not null ? "a formula"
            : scaledObject.Triggers is [PrometheusTrigger] ? null
            : "triggers " + string.Join(" and ", scaledObject.Triggers.Select(trigger => trigger.Type));
    }
}

using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Resources.Views;

/// <summary>A field of a ScaledObject that a version of KEDA removed, so that what worked before is refused from then on.</summary>
/// <param name="ScaledObject">The ScaledObject that has it.</param>
/// <param name="Path">Where it is.</param>
internal sealed record KedaRemoval(GraphResource ScaledObject, string Path)
{
    /// <summary>The version without the <c>type</c> of cpu and memory triggers' metadata.</summary>
    public static KedaVersion Since { get; } = new(2, 18, 0);

    /// <summary>The fields of a stack that are removed in <see cref="Since"/>.</summary>
    public static IEnumerable<KedaRemoval> All(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type is "cpu" or "memory" && trigger.Json.At("metadata.type") is not null
        select new KedaRemoval(trigger.ScaledObject, trigger.MetadataPath("type"));
}

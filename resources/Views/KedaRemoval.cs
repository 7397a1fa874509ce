using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Views;

/// <summary>A field of a ScaledObject or ScaledJob that a version of KEDA removed, so that what worked before does not from then on.</summary>
/// <param name="Owner">The object that has it.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Parameter">What was removed.</param>
internal sealed record KedaRemoval(GraphResource Owner, string Path, RemovedParameter Parameter)
{
    /// <summary>What is written there; of a secret only that it is there.</summary>
    public string Shown => Parameter.IsSecret ? $"{Parameter.Key} is set" : Owner.Inputs.Shown(Path) ?? "nothing";

    /// <summary>The fields of a stack that some version removed.</summary>
    public static IEnumerable<KedaRemoval> All(StackView stack) =>
        from trigger in stack.Triggers.Concat(stack.OfType(ResourceTypes.ScaledJob).SelectMany(KedaTrigger.Of))
        from removed in RemovedParameter.All
        where removed.Types.Contains(trigger.Type ?? "") && (removed.Key is not { } key || trigger.Json.At($"metadata.{key}") is not null)
        select new KedaRemoval(trigger.ScaledObject, removed.Key is { } key ? trigger.MetadataPath(key) : $"{trigger.Path}.type", removed);
}

using KedaStack.Checks.Admission.Schemas;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Files;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Admission;

/// <summary>The object has no field that its definition does not have.</summary>
internal sealed class UnknownField() : Check(new()
{
    Id = "unknown-field",
    Severity = Severity.Warning,
    Title = "The object has no field that its definition does not have",
    Failure = "`strict decoding error: unknown field \"spec.cooldown\"` from kubectl with its default, strict validation; from other clients nothing: the field is pruned in silence and its default holds",
    Cause = "A misspelt name, a wrong level of indentation, or a field of another version.",
    Fix = "Correct the name or its place, or leave it out.",
    IsOnlyForFiles = true,
    About = ObjectSchemas.Types,
})
{
    private static readonly string[] _ofSecondAutoscaler = ["spec.metrics", "spec.behavior"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        // A check of its own says what an older version makes of it.
        from type in ObjectSchemas.Types
        from resource in stack.OfType(type)
        from fault in ApiServer.Unknown(resource, stack)
        where fault.Path != "spec.fallback.behavior"
        let isOfSecond = AutoscalerV1.Is(resource.Inputs) && _ofSecondAutoscaler.Contains(fault.Path)
        select Found(
            resource, fault.Path, $"kubectl: {fault.Message}; other clients: pruned in silence", isOfSecond ? "apiVersion: autoscaling/v2, which has it" : fault.Expected);
}

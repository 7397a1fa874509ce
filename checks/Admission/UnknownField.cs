using KedaStack.Checks.Admission.Schemas;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

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
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from type in ObjectSchemas.Types
        from resource in stack.OfType(type)
        from fault in ApiServer.Unknown(resource, stack.Keda.Version ?? KedaVersion.Newest)
        select Found(resource, fault.Path, $"kubectl: {fault.Message}; other clients: pruned in silence", fault.Expected);
}

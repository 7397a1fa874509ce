using KedaStack.Checks.Admission.Schemas;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Admission;

/// <summary>The API server takes the object: types, required fields, values and bounds are those of its definition.</summary>
internal sealed class ObjectRefused() : Check(new()
{
    Id = "object-refused",
    Severity = Severity.Error,
    Title = "The API server takes the object: types, required fields, values and bounds are those of its definition",
    Failure = "`The <kind> \"<name>\" is invalid: <field>: ...` or `Error from server (BadRequest): ...` with these words, and nothing is created or changed",
    Cause = "The API server holds each object against the definition of its kind. Templates quote what must not be quoted, and the other way round.",
    Fix = "Write what the definition asks for; `kubectl explain <kind>.spec` prints it, and `kubectl apply --dry-run=server` asks the cluster.",
    IsOnlyForFiles = true,
    IsCluster = true,
    About = ObjectSchemas.Types,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from type in ObjectSchemas.Types
        from resource in stack.OfType(type)
        from fault in ApiServer.Refusals(resource, stack)
        select Found(resource, fault.Path, fault.Message, fault.Expected);
}

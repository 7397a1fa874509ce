using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Destroy;

/// <summary>A ScaledObject comes after its target, and after the credential and the role that its query needs.</summary>
internal sealed class KedaWaitsForIdentity() : Check(new()
{
    Id = "scaled-object-order",
    Severity = Severity.Warning,
    Title = "A ScaledObject comes after its target, and after the credential and the role that its query needs",
    Failure = "`AADSTS70021` or `status: 403` in the operator's log for minutes after the first deployment, since failures are cached; `ScaledObjectCheckFailed` without the target",
    Cause = "KEDA asks as soon as the ScaledObject is there.",
    Fix = "Let the ScaledObject depend on the Deployment, the federated credential and the role assignment.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var identities = stack.Keda.Identities;
        var credentials = identities.SelectMany(stack.Keda.CredentialsOf);
        var roles = stack.OfType(ResourceTypes.RoleAssignment)
            .Where(assignment => identities.Contains(stack.Reference(assignment.Inputs.Text("principalId"))?.Resource));
        var needed = credentials.Concat(roles).ToList();
        return from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
               let target = stack.TargetOf(scaledObject)?.Owner is { Origin: null } own ? own : null
               from one in target is null ? needed : needed.Append(target)
               where !stack.Dependencies.Needs(scaledObject, one)
               select Found(scaledObject, "", $"no dependency on {one.Name}", $"DependsOn {one.Name}");
    }
}

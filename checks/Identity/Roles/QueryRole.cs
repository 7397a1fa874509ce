using KedaStack.Checks.Rules;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>KEDA's identity has Monitoring Data Reader on the workspace that the trigger asks.</summary>
internal sealed class QueryRole() : Check(new()
{
    Id = "query-role",
    Severity = Severity.Error,
    Title = "KEDA's identity has Monitoring Data Reader on the workspace that the trigger asks",
    Failure = "`prometheus query api returned error. status: 403`; the body names the action `microsoft.monitor/accounts/data/metrics/read`",
    Cause = "Only roles with this data action allow PromQL; Monitoring Reader and Contributor do not have it.",
    Fix = "Assign Monitoring Data Reader (b0d8363b-8ddd-447d-831f-62ca05bff136) to the identity's principal, with the workspace's id as scope.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            if (trigger.Workspace(stack) is { } workspace
                && trigger.Authentication(stack) is { } authentication
                && stack.Reference(authentication.Inputs.Text("spec.podIdentity.identityId"))?.Resource is { } identity
                && !stack.OfType(ResourceTypes.RoleAssignment).Any(assignment => Gives(assignment, identity, workspace, stack)))
            {
                yield return Found(
                    workspace, "", $"no role that lets {identity.Name} query it", $"Monitoring Data Reader for {identity.Name} on {workspace.Name}");
            }
        }
    }

    // Whether the principal is given by the right one of its ids is another check's question.
    private static bool Gives(GraphResource assignment, GraphResource identity, GraphResource workspace, StackView stack) =>
        AzureRoleIds.Of(assignment.Inputs.Text("roleDefinitionId")) == AzureRoles.MonitoringDataReader
        && stack.Reference(assignment.Inputs.Text("principalId"))?.Resource.Urn == identity.Urn
        && stack.Reference(assignment.Inputs.Text("scope")) is { Path: "id" } scope
        && scope.Resource.Urn == workspace.Urn;
}

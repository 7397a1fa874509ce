using KedaStack.Checks.Rules;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>KEDA's identity has Monitoring Data Reader on the workspace that the trigger asks, or Monitoring Reader on the resource that it names.</summary>
internal sealed class QueryRole() : Check(new()
{
    Id = "query-role",
    Severity = Severity.Error,
    Title = "KEDA's identity has Monitoring Data Reader on the workspace that the trigger asks, or Monitoring Reader on the resource that its query is scoped to",
    Failure = "`prometheus query api returned error. status: 403`; the body names the action `microsoft.monitor/accounts/data/metrics/read`",
    Cause = "Only roles with this data action allow PromQL on a workspace; Monitoring Reader and Contributor do not have it. A query with the header x-ms-azure-scoping needs a reader of that resource instead.",
    Fix = "Assign Monitoring Data Reader (b0d8363b-8ddd-447d-831f-62ca05bff136) to the identity's principal, with the workspace's id as scope; for a scoped query Monitoring Reader (43d0d8ad-25c7-4714-9337-8ba259a9fe05) on that resource.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            if (trigger.Authentication(stack) is not { } authentication
                || stack.Reference(authentication.Inputs.Text("spec.podIdentity.identityId"))?.Resource is not { } identity)
            {
                continue;
            }

            if (trigger.QueryScope is { } scope)
            {
                // Roles on a resource hold for what is in it, such as a namespace of a cluster.
                if (!Gives(stack, identity, AzureRoles.MonitoringReader, given => given is not null && $"{scope}/".StartsWith($"{given}/", StringComparison.OrdinalIgnoreCase)))
                {
                    yield return Found(
                        trigger.ScaledObject, trigger.MetadataPath("customHeaders"), $"no role that lets {identity.Name} read {scope}", $"Monitoring Reader for {identity.Name} on it");
                }
            }
            else if (trigger.Workspace(stack) is { } workspace
                && !Gives(stack, identity, AzureRoles.MonitoringDataReader, given => stack.Reference(given) is { Path: "id" } reference && reference.Resource.Urn == workspace.Urn))
            {
                yield return Found(
                    workspace, "", $"no role that lets {identity.Name} query it", $"Monitoring Data Reader for {identity.Name} on {workspace.Name}");
            }
        }
    }

    // Whether the principal is given by the right one of its ids is another check's question.
    private static bool Gives(StackView stack, GraphResource identity, string role, Func<string?, bool> isScope) =>
        stack.OfType(ResourceTypes.RoleAssignment).Any(assignment =>
            AzureRoleIds.Of(assignment.Inputs.Text("roleDefinitionId")) == role
            && stack.Reference(assignment.Inputs.Text("principalId"))?.Resource.Urn == identity.Urn
            && isScope(assignment.Inputs.Text("scope")));
}

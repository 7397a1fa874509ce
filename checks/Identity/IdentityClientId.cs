using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The TriggerAuthentication's identityId is the client id of an identity.</summary>
internal sealed class IdentityClientId() : Check(new()
{
    Id = "identity-client-id",
    Severity = Severity.Error,
    Title = "The TriggerAuthentication's identityId is the client id of an identity",
    Failure = "`AADSTS700016: Application with identifier ... was not found in the directory`; an empty text is refused by KEDA's webhook",
    Cause = "An identity has a client id, which signs in, and a principal (object) id, which holds roles.",
    Fix = "Set `spec.podIdentity.identityId` to the identity's output `clientId`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Path = "spec.podIdentity.identityId";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var authentication in stack.OfType(ResourceTypes.TriggerAuthentication))
        {
            var id = authentication.Inputs.Text(Path);
            // The chart annotates the operator's account with a client id of its own; the add-on does not.
            var missing = id is null && stack.Keda.Releases.Count == 0;
            var wrong = id is not null && stack.Referenced(id, ResourceTypes.Identity, "clientId") is null && !Guid.TryParse(id, out _);
            if (authentication.Inputs.Text("spec.podIdentity.provider") == "azure-workload" && (missing || wrong))
            {
                yield return Found(authentication, Path, id, "an identity's output clientId");
            }
        }
    }
}

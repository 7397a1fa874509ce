using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The federated credential's subject is the service account that KEDA runs as.</summary>
internal sealed class FederatedSubject() : Check(new()
{
    Id = "federated-subject",
    Severity = Severity.Error,
    Title = "The federated credential's subject is the service account that KEDA runs as",
    Failure = "`AADSTS700213: No matching federated identity record found for presented assertion subject`, in the log of keda-operator; the HPA shows `<unknown>`",
    Cause = "Entra ID compares the subject character by character, and accepts any text when the credential is made. The chart's operator is in the release's namespace, the add-on's in kube-system.",
    Fix = "Make the subject `system:serviceaccount:<namespace>:keda-operator` with the namespace that KEDA is installed in.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        if (stack.Keda.Subject is not { } subject)
        {
            yield break;
        }

        foreach (var identity in stack.Keda.Identities)
        {
            var credentials = stack.Keda.CredentialsOf(identity).ToList();
            if (credentials.Count == 0)
            {
                yield return Found(identity, "", "no federated credential", $"one with the subject {subject}");
            }
            else if (credentials.All(credential => credential.Inputs.Text("subject") != subject))
            {
                yield return Found(credentials[0], "subject", credentials[0].Inputs.Shown("subject"), subject);
            }
        }
    }
}

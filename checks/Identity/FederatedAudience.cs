using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The federated credential's only audience is api://AzureADTokenExchange.</summary>
internal sealed class FederatedAudience() : Check(new()
{
    Id = "federated-audience",
    Severity = Severity.Error,
    Title = "The federated credential's only audience is api://AzureADTokenExchange",
    Failure = "`AADSTS700212: No matching federated identity record found for presented assertion audience`, in the log of keda-operator",
    Cause = "The workload identity webhook asks for tokens with this audience and no other.",
    Fix = "Set `audiences` to the one item `api://AzureADTokenExchange`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Audience = "api://AzureADTokenExchange";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from credential in stack.OfType(ResourceTypes.FederatedCredential)
        where !credential.Inputs.Texts("audiences").SequenceEqual([Audience])
        select Found(credential, "audiences", credential.Inputs.Shown("audiences"), Audience);
}

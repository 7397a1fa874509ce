using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The federated credentials of one identity are written one after the other.</summary>
internal sealed class FederatedCredentialWriters() : Check(new()
{
    Id = "federated-one-writer",
    Severity = Severity.Error,
    Title = "The federated credentials of one identity are written one after the other",
    Failure = "`409 ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity`",
    Cause = "Azure refuses parallel writes on one identity, and Pulumi creates resources in parallel unless they depend on each other.",
    Fix = "Chain the credentials of an identity with `DependsOn`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var identity in stack.OfType(ResourceTypes.Identity))
        {
            var credentials = stack.Keda.CredentialsOf(identity).ToList();
            var graph = stack.Dependencies;
            foreach (var (first, second) in credentials.SelectMany((first, i) => credentials.Skip(i + 1).Select(second => (first, second))))
            {
                if (!graph.Needs(first, second) && !graph.Needs(second, first))
                {
                    yield return Found(second, "", $"written in parallel with {first.Name}", $"DependsOn {first.Name}");
                }
            }
        }
    }
}

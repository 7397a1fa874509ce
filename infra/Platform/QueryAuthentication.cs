using Pulumi;

namespace KedaStack.Infra.Platform;

/// <summary>How KEDA signs in to Prometheus.</summary>
internal abstract record QueryAuthentication;

/// <summary>It does not.</summary>
internal sealed record Anonymous : QueryAuthentication;

/// <summary>With an identity of Azure, and without a secret.</summary>
/// <param name="ClientId">The identity's client id.</param>
internal sealed record AzureIdentity(Output<string> ClientId) : QueryAuthentication;

/// <summary>With what is in a Secret of the ScaledObject's namespace.</summary>
/// <param name="Secret">The name of the Secret.</param>
/// <param name="Parameters">The parameters of KEDA's prometheus scaler; each is the key in the Secret, too.</param>
internal sealed record SecretKeys(string Secret, IReadOnlyList<string> Parameters) : QueryAuthentication;

using Pulumi;

namespace KedaStack.Infra.Hooks;

/// <summary>
/// What the stack waits for while it deploys: Azure and AKS report success before what they made can be used. A preview
/// waits for nothing: the engine leaves out the wait there, and the retries, which it calls in a preview too when a
/// provider's dry run fails, give up at once.
/// </summary>
internal sealed class DeploymentHooks
{
    /// <summary>The name of the hook that waits after a federated credential has been created or changed.</summary>
    public const string PropagationWaitName = "wait-for-credential-propagation";

    /// <summary>Makes the hooks of one deployment; each is registered once, under its own name.</summary>
    /// <param name="credentialPropagation">How long to wait after a federated credential has been created or changed.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public DeploymentHooks(TimeSpan credentialPropagation, TimeProvider time)
    {
        var isPreview = Deployment.Instance.IsDryRun;
        WaitForCredential = new ResourceHook(
            PropagationWaitName,
            async (args, cancellationToken) =>
            {
                if (credentialPropagation == TimeSpan.Zero)
                {
                    return;
                }

                Log.Info($"{args.Name}: waiting {credentialPropagation.TotalSeconds:0} s for Entra ID to know the credential everywhere.");
                await Task.Delay(credentialPropagation, time, cancellationToken);
            },
            new ResourceHookOptions { OnDryRun = false });

        RetryWhileKindIsUnknown = Retry(
            "retry-while-kind-is-unknown",
            "its custom resource definition, which AKS installs minutes after the cluster is ready",
            ["no matches for kind", "required CRDs", "the server could not find the requested resource"],
            pause: TimeSpan.FromSeconds(10),
            limit: TimeSpan.FromMinutes(15));

        RetryWhilePrincipalIsUnknown = Retry(
            "retry-while-principal-is-unknown",
            "Entra ID to know the new identity everywhere",
            ["PrincipalNotFound"],
            pause: TimeSpan.FromSeconds(10),
            limit: TimeSpan.FromMinutes(5));

        RetryWhileIdentityIsBusy = Retry(
            "retry-while-identity-is-busy",
            "another write to the same identity to end",
            ["ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity", "Status=409", "StatusCode=409"],
            pause: TimeSpan.FromSeconds(20),
            limit: TimeSpan.FromMinutes(5));

        RetryWhileForbidden = Retry(
            "retry-while-forbidden",
            "the cluster to know the role assignment of its admins",
            ["forbidden"],
            pause: TimeSpan.FromSeconds(10),
            limit: TimeSpan.FromMinutes(10));

        ErrorHook Retry(string name, string reason, IReadOnlyList<string> signs, TimeSpan pause, TimeSpan limit) =>
            new(name, isPreview
                ? (_, _) => Task.FromResult(false)
                : new RetryOnError(reason, signs, pause, limit, time).DecideAsync);
    }

    /// <summary>After a federated credential has been created, or its issuer or subject has changed: waits, since a token
    /// request made too early fails and the failure is cached.</summary>
    public ResourceHook WaitForCredential { get; }

    /// <summary>While the API server does not know a custom resource's kind: up to 15 minutes; the provider itself gives up after 31 s.</summary>
    public ErrorHook RetryWhileKindIsUnknown { get; }

    /// <summary>While Entra ID does not find a principal made a moment ago: up to 5 minutes.</summary>
    public ErrorHook RetryWhilePrincipalIsUnknown { get; }

    /// <summary>On any 409, since another federated credential of the same identity may be in the way: for up to 5 minutes.</summary>
    public ErrorHook RetryWhileIdentityIsBusy { get; }

    /// <summary>On any "forbidden", since the cluster may not know a new role assignment yet: for up to 10 minutes.</summary>
    public ErrorHook RetryWhileForbidden { get; }
}

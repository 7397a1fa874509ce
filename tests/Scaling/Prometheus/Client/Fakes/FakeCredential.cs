using Azure.Core;

namespace KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

/// <summary>A credential that gives <c>token-1</c>, <c>token-2</c> and so on, or fails.</summary>
internal sealed class FakeCredential : TokenCredential
{
    /// <summary>What was asked for, in order.</summary>
    public List<string> Scopes { get; } = [];

    /// <summary>When the tokens expire.</summary>
    public DateTimeOffset ExpiresOn { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>What it throws instead.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What it gives instead.</summary>
    public Task<AccessToken>? Instead { get; init; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing waits for a token in a thread.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.Add(requestContext.Scopes.Single());
        return Failure is not null ? throw Failure
            : Instead is not null ? await Instead
            : new AccessToken($"token-{Scopes.Count}", ExpiresOn);
    }
}

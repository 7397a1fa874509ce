using Azure.Core;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>The tokens of a credential, each used until shortly before it expires.</summary>
/// <param name="credential">The credential.</param>
/// <param name="scope">What the tokens are for.</param>
/// <param name="timeout">How long getting one may take.</param>
/// <param name="time">The clock.</param>
public sealed class BearerTokens(TokenCredential credential, string scope, TimeSpan timeout, TimeProvider time)
{
    private const int LongestReason = 200;

    // As KEDA does: a request that is on its way when the token expires would be refused.
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(60);

    private volatile Held? _held;

    /// <summary>What the tokens are for.</summary>
    public string Scope => scope;

    /// <summary>A token.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="TimeoutException">The credential takes too long.</exception>
    /// <exception cref="InvalidOperationException">The credential gives something that is no token.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held && held.Token.ExpiresOn - _margin > time.GetUtcNow())
        {
            return held.Token.Token;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Not every credential looks at its cancellation token.
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), limit.Token).AsTask()
                .WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(token.Token) || token.Token.Any(character => !char.IsAscii(character) || char.IsControl(character)))
            {
                throw new InvalidOperationException("the credential gave something that is no token");
            }

            _held = new Held(token);
            return token.Token;
        }
        finally
        {
            await limit.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Why there is no token, in a sentence.</summary>
    /// <param name="scope">What it would have been for.</param>
    /// <param name="exception">What the credential threw.</param>
    public static string WhyNone(string scope, Exception exception)
    {
        // A credential says first what is wrong, then at length where it looked.
        var sentences = exception.Message.Split([". ", "\n"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var reason = exception is TimeoutException ? "the credential did not answer in time"
            : ShownText.Of(sentences.FirstOrDefault("no reason is given"), LongestReason).TrimEnd('.');
        return $"No token for {scope} could be had: {reason}.";
    }

    private sealed record Held(AccessToken Token);
}

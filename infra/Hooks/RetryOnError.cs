using System.Collections.Concurrent;
using Pulumi;

namespace KedaStack.Infra.Hooks;

/// <summary>Retries an operation while it fails for a reason that time heals.</summary>
/// <param name="reason">What it waits for, in the log: <c>the custom resource definition ...</c>.</param>
/// <param name="signs">Texts of which the newest error holds one, in any letter case; other errors are not retried.</param>
/// <param name="pause">The pause before each retry.</param>
/// <param name="limit">How long to go on, counted from the resource's first such error. The engine itself stops after
/// 100 retries.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryOnError(
    string reason, IReadOnlyList<string> signs, TimeSpan pause, TimeSpan limit, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _firstErrors = new();

    /// <summary>Decides on one error, and pauses before a retry.</summary>
    /// <returns>Whether the engine tries again.</returns>
    public async Task<bool> DecideAsync(ErrorHookArgs args, CancellationToken cancellationToken)
    {
        // Newest first (pulumi/pulumi, proto/pulumi/resource.proto, ErrorHookRequest.errors). On delete, time heals
        // nothing: a kind that is unknown then stays unknown.
        var error = args.Errors.Count == 0 ? "" : args.Errors[0];
        if (args.FailedOperation == "delete"
            || !signs.Any(sign => error.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var waited = time.GetElapsedTime(_firstErrors.GetOrAdd(args.Urn, _ => time.GetTimestamp()));
        if (waited + pause > limit)
        {
            Log.Error($"{args.Name}: gave up after {Minutes(waited)} of waiting for {reason}.");
            return false;
        }

        Log.Info($"{args.Name}: waiting for {reason} ({Minutes(waited)} of at most {Minutes(limit)}).");
        await Task.Delay(pause, time, cancellationToken);
        return true;
    }

    private static string Minutes(TimeSpan span) => FormattableString.Invariant($"{span.TotalMinutes:0.#} min");
}

using System.Text.RegularExpressions;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Chains;

/// <summary>
/// What the scalers say of their failures. An event of a fault that healed stays for an hour, so it counts only where the state
/// of now fails, too; and of what it says, only the last round of polls.
/// </summary>
internal sealed partial class ScalerFailures
{
    // One poll may come late; two different errors of two triggers come within one round.
    private const int RoundsBack = 3;

    /// <summary>Reads them of a chain.</summary>
    public ScalerFailures(Chain chain)
    {
        Failing = [.. chain.Reads.Where(read => read.IsFailure).Select(read => read.Metric), .. Unhealthy(chain)];
        var (status, reason) = (chain.Condition("Ready").Text("status"), chain.Condition("Ready").Text("reason"));
        var isValue = chain.Reads.Count > 0 && chain.Reads.All(read => read.Answer.IsOk);
        // A condition lags by a poll: values of now win over it. A fallback gives a value although the scaler fails.
        IsNow = Failing.Count > 0 || chain.IsFallbackActive || (!isValue && status != "True" && reason is "TriggerError" or "PartialTriggerError");
        if (!IsNow)
        {
            Texts = [];
            return;
        }

        var failures = chain.OfScaledObject.Where(one => one.Reason == "KEDAScalerFailed").ToList();
        Texts = failures.Count == 0 ? []
            : [.. failures.Where(one => one.Last >= failures[0].Last - (chain.PollingInterval * RoundsBack)).Select(one => one.Note).DistinctBy(WithoutTime)];
    }

    /// <summary>Whether a scaler fails now.</summary>
    public bool IsNow { get; }

    /// <summary>The metrics that fail, as far as the reads and the status tell.</summary>
    public IReadOnlyList<string> Failing { get; }

    /// <summary>The errors, newest first, each once; empty where none fails now or their events are gone.</summary>
    public IReadOnlyList<string> Texts { get; }

    private static IEnumerable<string> Unhealthy(Chain chain) => chain.IsFallbackActive && chain.ScaledObject.At("status.health") is System.Text.Json.Nodes.JsonObject health
        ? health.Where(one => one.Value.Text("status") == "Failing").Select(one => one.Key)
        : [];

    private static string WithoutTime(string note) => Time().Replace(note, "");

    // Each text with a time in its URL is an event of its own.
    [GeneratedRegex("[&?]time=[^&\"]*", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}

using System.Globalization;
using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Reports.Explain;

/// <summary>What was asked and what came.</summary>
/// <param name="Address">The address of the query API.</param>
/// <param name="HasCredential">Whether a token was sent.</param>
/// <param name="IsCurrentGiven">Whether the replicas that there are were given.</param>
/// <param name="Explanation">The answer and what it means.</param>
internal sealed record LiveReport(string Address, bool HasCredential, bool IsCurrentGiven, LiveExplanation Explanation)
{
    /// <summary>Why there is no result; null when there is one.</summary>
    public PrometheusError? Error => Explanation.Result.Error;

    /// <summary>Whether the answer is a number, or one of NaN and the infinities.</summary>
    public bool IsNumber => Explanation.Result.Response is { BodyError: null, ElementCount: 1, Value.Text: not null };

    /// <summary>The answer in a word or two, as <c>--value</c> takes it where that is possible.</summary>
    public string Answer => Explanation.Result.Response switch
    {
        null => "no answer",
        { HttpStatus: < 200 or > 299 } failed => $"HTTP {Text(failed.HttpStatus)}",
        { BodyError: not null } => "an answer without a vector",
        { ElementCount: 0 } => "empty",
        { ElementCount: 1 } one => one.Value.Text ?? "an element without a number",
        var several => $"{Text(several.ElementCount)} elements",
    };

    /// <summary>What to keep in mind, in sentences.</summary>
    public IReadOnlyList<string> Notes => IsCurrentGiven
        ? Explanation.Notes
        :
        [
            .. Explanation.Notes,
            $"Assumed: there {(Current == 1 ? "is" : "are")} {ShownNumber.Replicas(Current)}, the minimum; --current says how many there are.",
        ];

    private int Current => Explanation.Explanation.Forecast.CurrentReplicas;

    /// <summary>Asks and explains.</summary>
    /// <param name="source">What is explained, with one prometheus trigger.</param>
    /// <param name="options">Which Prometheus is asked, and as whom.</param>
    /// <param name="current">The replicas that there are; null for the minimum.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExplainReport> AskAsync(
        ExplainSource source, PrometheusClientOptions options, int? current, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = PrometheusChoice.Connect(options);
        var kept = source.With(source.Prometheus!);
        var trigger = source.Prometheus! with { ServerAddress = options.Address.ToString() };
        var explanation = await LiveExplanation.AskAsync(
            client,
            kept.ScaledObject with { Triggers = [trigger] },
            source.Selection,
            current ?? source.LeastReplicas,
            time.GetUtcNow(),
            cancellationToken,
            source.Versions.Semantics);
        var live = new LiveReport(options.Address.ToString(), options.Credential is not null, current is not null, explanation);
        return ExplainReport.Of(kept, live.Answer, explanation.Explanation) with { Live = live };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

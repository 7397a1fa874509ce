using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Scaling.Explain.Live;

/// <summary>What a Prometheus answers now to one trigger's query.</summary>
public sealed record LiveAnswer
{
    /// <summary>How the user calls the trigger.</summary>
    public required string Name { get; init; }

    /// <summary>The trigger.</summary>
    public required PrometheusTrigger Trigger { get; init; }

    /// <summary>The time of the evaluation: now, cut down to whole seconds, as KEDA asks.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What came of the query.</summary>
    public required InstantQueryResult Result { get; init; }

    /// <summary>Why there is no number where there should be one, in sentences.</summary>
    /// <value>Empty: there is a number, or nothing was found out.</value>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Whether the answer is a number, or one of NaN and the infinities.</summary>
    public bool IsNumber => Result.Response is { BodyError: null, ElementCount: 1, Value.Text: not null };

    /// <summary>The answer in a word or two, as <c>--value</c> takes it where that is possible.</summary>
    public string Word => Result.Response switch
    {
        null => "no answer",
        { HttpStatus: < 200 or > 299 } failed => FormattableString.Invariant($"HTTP {failed.HttpStatus}"),
        { BodyError: not null } => "an answer without a vector",
        { ElementCount: 0 } => "empty",
        { ElementCount: 1 } one => one.Value.Text ?? "an element without a number",
        var several => FormattableString.Invariant($"{several.ElementCount} elements"),
    };

    /// <summary>Asks; after an empty answer at most twice more, to find out why.</summary>
    /// <param name="client">Asks Prometheus.</param>
    /// <param name="name">How the user calls the trigger.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="selection">The series that the query is about; null when that is not known, and then an empty answer is not looked into.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<LiveAnswer> AskAsync(
        IPrometheusClient client, string name, PrometheusTrigger trigger, RequestRateQuery? selection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(KedaQuery.EvaluationTime(now.ToUnixTimeMilliseconds()));
        var result = await client.QueryAsync(trigger.Query, time, cancellationToken).ConfigureAwait(false);
        return new LiveAnswer
        {
            Name = name,
            Trigger = trigger,
            Time = time,
            Result = result,
            Findings = await FindAsync(client, result, selection, time, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>What KEDA's scaler makes of it.</summary>
    /// <param name="semantics">KEDA.</param>
    public TriggerAnswer Read(KedaSemantics semantics) => Result.Response is { } response
        ? TriggerAnswer.Of(Name, Trigger, response, semantics) with { Shown = Word }
        : new TriggerAnswer(
            Name, Trigger, Word, ScalerReading.Failed(Result.Error is { } error ? KedaFailure.Text(error, Trigger, Time) : Word));

    /// <summary>How what KEDA sees may differ from what was seen here, in sentences.</summary>
    /// <param name="semantics">KEDA.</param>
    public IReadOnlyList<string> Notes(KedaSemantics semantics) => LiveNotes.Of(this, semantics);

    private static async Task<IReadOnlyList<string>> FindAsync(
        IPrometheusClient client, InstantQueryResult result, RequestRateQuery? selection, DateTimeOffset time, CancellationToken cancellationToken) =>
        result switch
        {
            { Error: not null } or { Response: null } => [],
            { Response.BodyError: not null } => ["The query gives a single number or a text; KEDA takes a vector of one element: wrap the query in vector(...)."],
            { Response.ElementCount: > 1 } => ["KEDA takes one element only: wrap the query in sum(...), or select fewer series."],
            { Response: { ElementCount: 1, ValueLength: 0 } } => ["The query gives a range of samples; KEDA takes one number: wrap it in sum(rate(...))."],
            { Response.ElementCount: 0 } when selection is not null =>
                await EmptyAnswer.FindAsync(client, selection, time, cancellationToken).ConfigureAwait(false),
            _ => [],
        };
}

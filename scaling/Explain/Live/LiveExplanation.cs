using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Scaling.Explain.Live;

/// <summary>What a Prometheus answers now to a ScaledObject's query, and what that means.</summary>
public sealed record LiveExplanation
{
    /// <summary>The trigger.</summary>
    public required PrometheusTrigger Trigger { get; init; }

    /// <summary>The time of the evaluation: now, cut down to whole seconds, as KEDA asks.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What came of the query.</summary>
    public required InstantQueryResult Result { get; init; }

    /// <summary>What KEDA and the HPA do with it.</summary>
    public required ScalingExplanation Explanation { get; init; }

    /// <summary>Why there is no number where there should be one, in sentences.</summary>
    /// <value>Empty: there is a number, or nothing was found out.</value>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What to keep in mind, in sentences.</summary>
    public IReadOnlyList<string> Notes => LiveNotes.Of(this);

    /// <summary>Asks and explains; after an empty answer it asks at most twice more, to find out why.</summary>
    /// <param name="client">Asks Prometheus.</param>
    /// <param name="scaledObject">The ScaledObject, with one trigger.</param>
    /// <param name="selection">The series that the query is about; null when that is not known, and then an empty answer is not looked into.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<LiveExplanation> AskAsync(
        IPrometheusClient client,
        ScaledObject scaledObject,
        RequestRateQuery? selection,
        int currentReplicas,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        ScalingSemantics? semantics = null)
    {
        var trigger = scaledObject.PrometheusTrigger;
        var time = DateTimeOffset.FromUnixTimeMilliseconds(KedaQuery.EvaluationTime(now.ToUnixTimeMilliseconds()));
        var result = await client.QueryAsync(trigger.Query, time, cancellationToken).ConfigureAwait(false);
        return new LiveExplanation
        {
            Trigger = trigger,
            Time = time,
            Result = result,
            Explanation = result.Response is { } response
                ? ScalingExplanation.Of(scaledObject, response, currentReplicas, semantics)
                : ScalingExplanation.OfFailure(scaledObject, Failure(result, trigger, time), currentReplicas, semantics),
            Findings = await FindAsync(client, result, selection, time, cancellationToken).ConfigureAwait(false),
        };
    }

    private static string Failure(InstantQueryResult result, PrometheusTrigger trigger, DateTimeOffset time) =>
        result.Error is { } error ? KedaFailure.Text(error, trigger, time) : "no answer";

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

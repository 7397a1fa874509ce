using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Scaling.Explain.Live;

/// <summary>How what KEDA sees may differ from what was seen here, in sentences.</summary>
internal static class LiveNotes
{
    public static IReadOnlyList<string> Of(LiveAnswer live, KedaSemantics semantics)
    {
        var notes = new List<string>();
        if (live.Result.Error is not null)
        {
            notes.Add("KEDA asks from inside the cluster and as its own identity: what fails here may work there, and the other way round.");
        }

        var patience = live.Trigger.Timeout is { } timeout && timeout > TimeSpan.Zero ? timeout : semantics.HttpTimeout;
        if (live.Result.Took > patience)
        {
            notes.Add(FormattableString.Invariant(
                $"The answer took {live.Result.Took.TotalSeconds:0.#} s; KEDA gives up after {patience.TotalSeconds:0.###} s, which is then an error."));
        }

        if (live.Trigger is { Namespace.Length: > 0 } or { QueryParameters.Count: > 0 }
            || live.Trigger.CustomHeaders.Keys.Any(header => header != PrometheusClientOptions.ResourceScopeHeader))
        {
            notes.Add("KEDA sends the trigger's namespace, queryParameters and customHeaders as well; they were left out here.");
        }

        return notes;
    }
}

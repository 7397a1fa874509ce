using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Evidence;

/// <summary>What Prometheus answered the doctor itself, where it could be asked.</summary>
internal static class QueryProbe
{
    /// <summary>The answer to a trigger's query; null where nobody asked.</summary>
    public static ClusterAnswer? Of(Chain chain, ChainTrigger trigger) => Of(chain, trigger.Query);

    /// <summary>The answer to a query; null where nobody asked.</summary>
    public static ClusterAnswer? Of(Chain chain, string query)
    {
        var end = $"/api/v1/query?query={Uri.EscapeDataString(query)}";
        return chain.Answers.All.FirstOrDefault(answer => answer.Path.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>What is wrong with what a query gives; null for nothing, and where nobody asked.</summary>
    public static LinkVerdict? Judge(Chain chain)
    {
        foreach (var trigger in chain.PrometheusTriggers)
        {
            if (Of(chain, trigger) is { } answer && Judge(chain, answer) is { } verdict)
            {
                return verdict;
            }
        }

        return null;
    }

    private static LinkVerdict? Judge(Chain chain, ClusterAnswer answer)
    {
        var mend = $"kedastack explain --live --scaled-object cluster:{chain.Namespace}/{chain.Name}";
        if (answer.Status is 400 or 422)
        {
            return LinkVerdict.Fail($"Prometheus refuses the query: {ScalerCauses.Shown(answer.Body.Text("error") ?? answer.Message)}", "it does not parse, or asks for too much", mend);
        }

        if (!answer.IsOk || answer.Body.Text("status") != "success")
        {
            return null;
        }

        var (type, result) = (answer.Body.Text("data.resultType"), answer.Body.At("data.result") as JsonArray);
        if (type is "scalar" or "string" or "matrix")
        {
            return LinkVerdict.Fail($"the query gives a {type}", "KEDA takes a vector: vector(...) makes one", mend);
        }

        return (result?.Count ?? 0) switch
        {
            // Without a pod there is nothing to scrape.
            0 when chain.ReadyPods == 0 => null,
            0 => LinkVerdict.Fail(
                $"the query gives no series{(SilentQuery.Suspect(chain) is { } suspect ? $"; {suspect}" : "")}",
                chain.PrometheusTriggers.All(trigger => trigger.Metadata.GetValueOrDefault("ignoreNullValues") == "false") ? "KEDA has no value, and the HPA stands still"
                    : "ignoreNullValues (true unless written) makes that 0: the workload is held at its minimum, whatever its load", mend),
            1 => result![0].At("value") is JsonArray pair && Inputs.Scalar(pair.ElementAtOrDefault(1)) is "NaN" or "+Inf" or "-Inf"
                ? LinkVerdict.Warning("the query gives NaN or an infinity", "KEDA reads that as 0: the trigger does not scale out", mend) : null,
            var many => LinkVerdict.Fail(FormattableString.Invariant($"the query gives {many} series"), "KEDA takes one: aggregate them, sum(...) without by", mend),
        };
    }
}

using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>What the query gives.</summary>
internal sealed class QueryLink() : Link(
    LinkIds.Query, "KEDAScalerFailed events, the metric's value, what the pods use, the labels of the query against the names in the namespace",
    "a query that does not parse, no series (also where ignoreNullValues hides it), several series, no vector, NaN")
{
    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (ScalerCauses.Of(chain, LinkIds.Query) is { } failure)
        {
            return SilentQuery.Suspect(chain) is { } suspect && failure.Means?.StartsWith("no series", StringComparison.Ordinal) == true
                ? failure with { Found = $"{failure.Found}; {suspect}" }
                : failure;
        }

        if (chain.PrometheusTriggers.Count == 0)
        {
            return chain.IsScaledObjectUnread ? LinkVerdict.NotRead(chain.WhyTriggersUnread) : LinkVerdict.Pass("no trigger has a query");
        }

        if (QueryProbe.Judge(chain) is { } wrong)
        {
            return wrong;
        }

        if (SilentQuery.Judge(chain) is { } silent)
        {
            return silent;
        }

        var values = chain.Reads.Where(read => read.Milli is not null && !chain.IsFallbackActive).ToList();
        return values.Count > 0
            ? LinkVerdict.Pass(string.Join(", ", values.Select(read => $"{read.Metric} is {ShownNumber.Milli(read.Milli!.Value)}")))
            : LinkVerdict.NotRead("no value was seen");
    }
}

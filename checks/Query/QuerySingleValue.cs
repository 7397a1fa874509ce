using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query returns one value, not one per series.</summary>
internal sealed class QuerySingleValue() : Check(new()
{
    Id = "query-single-value",
    Severity = Severity.Error,
    Title = "The query returns one value, not one per series",
    Failure = "`prometheus query ... returned multiple elements`, as soon as there is a second pod",
    Cause = "Each pod and each label value is a series of its own; KEDA takes one element only.",
    Fix = "Aggregate without a grouping: `sum(rate(...))`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            if (trigger.Query is not { Problem: null } query)
            {
                continue;
            }

            if (!query.Aggregates)
            {
                yield return Found(trigger.ScaledObject, trigger.MetadataPath("query"), "a query that aggregates nothing", "sum(...)") with { Severity = stack.Files is null ? Severity.Error : Severity.Warning };
            }
            else if (query.OuterGrouping is { } grouping)
            {
                yield return Found(trigger.ScaledObject, trigger.MetadataPath("query"), grouping, "an aggregation without a grouping");
            }
        }
    }
}

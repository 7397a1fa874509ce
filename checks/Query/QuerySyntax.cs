using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query can be read.</summary>
internal sealed class QuerySyntax() : Check(new()
{
    Id = "query-syntax",
    Severity = Severity.Error,
    Title = "The query can be parsed",
    Failure = "`prometheus query api returned error. status: 400` (or 422); missing: `missing required parameter \"query\" in [triggerMetadata]`",
    Cause = "KEDA passes the text on; only Prometheus reads it, at the first poll.",
    Fix = "Try the query in Grafana or with `az rest` on the workspace's endpoint.",
    FixInFiles = "Try the query in Prometheus or Grafana, against the server of `serverAddress`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        let problem = trigger.Query is null ? "no query" : trigger.Query.Problem
        where problem is not null
        select Found(trigger.ScaledObject, trigger.MetadataPath("query"), problem, "a PromQL query");
}

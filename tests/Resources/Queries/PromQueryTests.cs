using KedaStack.Resources.Queries;

namespace KedaStack.Tests.Resources.Queries;

public sealed class PromQueryTests
{
    [Fact]
    public void Read_OfTheStacksQuery_FindsTheSelectorWithItsLabelsWindowAndFunction()
    {
        var selector = Assert.Single(PromQuery.Read("""sum(rate(http_requests_total{cluster="a",job=~"b|c"}[2m]))""").Selectors);

        Assert.Equal(("http_requests_total", "2m", "rate"), (selector.Metric, selector.Range, selector.Function));
        Assert.Equal([new LabelCondition("cluster", "=", "a"), new LabelCondition("job", "=~", "b|c")], selector.Conditions);
    }

    // These come to one element without an aggregation, too.
    [Theory]
    [InlineData("sum(a)", true)]
    [InlineData("vector(1)", true)]
    [InlineData("absent(a)", true)]
    [InlineData("absent_over_time(a[5m])", true)]
    [InlineData("rate(a[5m])", false)]
    [InlineData("a", false)]
    public void Aggregates_OfAQuery_IsWhetherItComesToOneElement(string query, bool expected) => Assert.Equal(expected, PromQuery.Read(query).Aggregates);

    [Theory]
    [InlineData("sum(rate(a[2m]))")]
    [InlineData("sum by (pod) (rate(a[2m]))")]
    [InlineData("sum(rate(a[2m])) by (pod, namespace)")]
    [InlineData("sum(rate(a[2m])) / ignoring(x) group_left() count(b)")]
    [InlineData("max_over_time(sum(rate(a[2m]))[10m:1m])")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m])))")]
    [InlineData("sum(a offset 5m) > bool 3")]
    [InlineData("vector(5)")]
    [InlineData("""sum({__name__="a"})""")]
    [InlineData("""sum(rate(a{path="/x{y}[1]\"("}[1h30m]))""")]
    [InlineData("quantile(0.9, a) or vector(0)")]
    public void Read_OfALegalQuery_FindsNoProblem(string query) => Assert.Null(PromQuery.Read(query).Problem);

    [Theory]
    [InlineData("sum(rate(a[2m])")]
    [InlineData("sum(rate(a[2m])))")]
    [InlineData("sum(rate(a[2]))")]
    [InlineData("sum(rate(a[2m))")]
    [InlineData("sum(rate(a))")]
    [InlineData("""sum(rate(a{job="b"[2m]))""")]
    [InlineData("""sum(rate(a{job}[2m]))""")]
    [InlineData("""sum(rate(a{job="b}[2m]))""")]
    [InlineData("5")]
    public void Read_OfAnIllegalQuery_FindsAProblem(string query) => Assert.NotNull(PromQuery.Read(query).Problem);

    [Theory]
    [InlineData("sum(a)", null)]
    [InlineData("sum by (pod) (a)", "by (pod)")]
    [InlineData("sum(a) by (pod, job)", "by (pod, job)")]
    [InlineData("sum without (pod) (a)", "without (pod)")]
    [InlineData("max(sum by (pod) (a))", null)]
    [InlineData("sum by (pod) (a) / sum(b)", "by (pod)")]
    [InlineData("sum(a) / sum(b)", null)]
    public void OuterGrouping_OfAnAggregation_IsWhatItKeeps(string query, string? grouping) =>
        Assert.Equal(grouping, PromQuery.Read(query).OuterGrouping);

    [Fact]
    public void Selectors_OfTwoMetrics_AreBothFound() =>
        Assert.Equal(["a", "b"], PromQuery.Read("sum(rate(a[2m])) / sum(b)").Selectors.Select(selector => selector.Metric));
}

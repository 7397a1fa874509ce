using KedaStack.Resources.Queries;

namespace KedaStack.Tests.Resources.Queries;

public sealed class QueryShapeTests
{
    [Theory]
    [InlineData("avg(x)", "avg(...)")]
    [InlineData("(avg(rate(x[2m])))", "avg(...)")]
    [InlineData("avg(x) * 100", "avg(...)")]
    [InlineData("# per pod\nsum(x) / count(y)", "a division by count(...)")]
    [InlineData("sum(x) / scalar(count(y))", "a division by scalar(count(...))")]
    [InlineData("(sum(x)) / (count(up == 1))", "a division by count(...)")]
    [InlineData("avg by (pod) (x)", null)]
    [InlineData("avg(x) by (pod)", null)]
    [InlineData("avg(x) + sum(y)", null)]
    [InlineData("sum(avg(x))", null)]
    [InlineData("sum(x) / sum(y)", null)]
    [InlineData("sum(x) * count(y)", null)]
    [InlineData("count(x) / 5", null)]
    [InlineData("sum(x{path=\"/count(a)\"})", null)]
    [InlineData("avg_over_time(x[5m])", null)]
    [InlineData("", null)]
    public void PerPodAverage_AtTheOutermostLevel_IsSeen(string query, string? found) => Assert.Equal(found, QueryShape.PerPodAverage(query));
}

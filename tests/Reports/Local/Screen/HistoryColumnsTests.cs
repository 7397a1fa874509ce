using KedaStack.Reports.Local.Screen;

namespace KedaStack.Tests.Reports.Local.Screen;

public sealed class HistoryColumnsTests
{
    [Fact]
    public void Columns_PointsCloseTogether_KeepThePeak() => Assert.Equal(
        [9, 2, null, null], Columns([(0, 1), (1, 9), (2, 2)], from: 0, to: 7));

    [Fact]
    public void Columns_PointsFarApart_Hold() => Assert.Equal(
        [1, 1, 1, 5], Columns([(0, 1), (15, 5)], from: 0, to: 19));

    [Fact]
    public void Columns_NoValue_IsAGap() => Assert.Equal(
        [1, null, null, 5], Columns([(0, 1), (4, null), (15, 5)], from: 0, to: 19));

    [Fact]
    public void Columns_BeforeTheBeginning_HaveNone() => Assert.Equal(
        [null, null, 1, 5], Columns([(0, 1), (15, 5)], from: 10, to: 19));

    [Fact]
    public void Columns_NoPoints_AreEmpty() => Assert.Equal([null, null, null, null], Columns([], from: 0, to: 19));

    private static double?[] Columns((int Second, double? Value)[] points, int from, int to) => HistoryColumns.Of(
        points,
        point => TimeSpan.FromSeconds(point.Second),
        point => point.Value,
        TimeSpan.FromSeconds(from),
        TimeSpan.FromSeconds(to),
        TimeSpan.FromSeconds(20),
        columns: 4);
}

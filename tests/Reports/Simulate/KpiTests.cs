using KedaStack.Reports.Simulate;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Tests.Reports.Simulate;

public sealed class KpiTests
{
    private static readonly SimulationKpis _none = new() { MostPodsWithoutRoom = 0 };

    [Theory]
    [InlineData(756.4, 1196.6, "756", "1,197 (+441)")]
    [InlineData(756.4, 756.3, "756", "756")]
    [InlineData(0.4, 0.6, "0", "1 (+1)")]
    public void Rows_Difference_IsThatOfWhatIsShown(double first, double other, string shownFirst, string shownOther) => Assert.Equal(
        ["Unmet requests", shownFirst, shownOther],
        Row("Unmet requests", _none with { UnmetRequests = (decimal)first }, _none with { UnmetRequests = (decimal)other }));

    [Theory]
    [InlineData(119.9, 12, "119.9 min", "12 min (-107.9)")]
    [InlineData(5242.7, 30, "87.4 h", "0.5 h (-86.9)")]
    [InlineData(30, 5242.7, "0.5 h", "87.4 h (+86.9)")]
    public void Rows_LongTimes_AreHoursInAllOfTheRow(double first, double other, string shownFirst, string shownOther) => Assert.Equal(
        ["Time at maxReplicaCount", shownFirst, shownOther],
        Row("Time at maxReplicaCount", _none with { MaxReplicaMinutes = (decimal)first }, _none with { MaxReplicaMinutes = (decimal)other }));

    [Fact]
    public void Rows_TargetThatIsNeverReached_SaysSo()
    {
        Assert.Equal(["Time to target", "never"], Row("Time to target", _none));
        Assert.Equal(
            ["Time to target", "90 s", "never"],
            Row("Time to target", _none with { TimeToTarget = TimeSpan.FromSeconds(90) }, _none));
    }

    [Fact]
    public void Rows_FigureOfNoRun_IsLeftOut() =>
        Assert.DoesNotContain(Kpi.Rows([_none]), row => row[0] is "Cost" or "Scale-in tail");

    [Fact]
    public void Exact_EndlessFraction_HasSixDecimals() => Assert.Equal(
        15.293963m, Kpi.All.Single(kpi => kpi.Key == "replicaHours").Exact(_none with { ReplicaHours = 15.293962777777777777777777778m }));

    private static string[] Row(string title, params SimulationKpis[] runs) => Kpi.Rows(runs).Single(row => row[0] == title);
}

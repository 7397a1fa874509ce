using KedaStack.Infra.Settings.Parsing;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Tests.Resources.Load;

public sealed class LoadQuestionTests
{
    // Ten replicas at a threshold of 10: the load is for 100 req/s.
    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void Of_LoadMoreThanTenTimesWhatTheSettingsAreFor_IsAsked(int rate, bool isAsked)
    {
        var traffic = new SimulatedTraffic { Source = "x", Traffic = TrafficShape.Steady(rate), Duration = TimeSpan.FromHours(1) };

        Assert.Equal(
            isAsked ? ["The load reaches 1,001 req/s, and 10 replicas at the threshold 10 are for 100: is this in requests per second?"] : [],
            LoadQuestion.Of(traffic, SettingsParser.Defaults.Scaling).Notes);
    }
}

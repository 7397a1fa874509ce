using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Tests.Infra.Settings.Problems;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("threshold", "threshold", 0)]
    [InlineData("Threshold", "threshold", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("thresold", "threshold", 1)]
    [InlineData("thershold", "threshold", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Between_Words_CountsChanges(string one, string other, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(one, other));
        Assert.Equal(expected, EditDistance.Between(other, one));
    }

    [Theory]
    [InlineData("minReplicas", "minReplicaCount")]
    [InlineData("nodeCount", "nodeCountMin")]
    [InlineData("zone", "zones")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void Nearest_OfKeys_IsOnlyWhatIsNear(string word, string? expected) =>
        Assert.Equal(expected, EditDistance.Nearest(word, ["minReplicaCount", "nodeCountMin", "nodeCountMax", "zones"]));
}

using System.Globalization;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Resources.Objects;

public sealed class NodeSizeTests
{
    [Fact]
    public void Of_AKnownFamily_LeavesWhatAksKeeps()
    {
        // 2 cores less 0.1 and 0.5; 8 GiB less a quarter and 1 GiB.
        var size = NodeSize.Of("Standard_D2s_v5");

        Assert.Equal((1.4m, 5m * 1024 * 1024 * 1024), (size!.Cores, size.Bytes));
    }

    // All but half a core for the system's pods, and what AKS keeps of as many cores.
    [Theory]
    [InlineData(1, "0.44")]
    [InlineData(2, "1.4")]
    [InlineData(4, "3.36")]
    [InlineData(8, "7.32")]
    [InlineData(16, "15.24")]
    [InlineData(32, "31.08")]
    [InlineData(64, "62.76")]
    public void Of_CoresOfANode_LeavesAShare(int cores, string expected) => Assert.Equal(
        decimal.Parse(expected, CultureInfo.InvariantCulture), NodeSize.Of($"Standard_E{cores}s_v5")!.Cores);

    [Theory]
    [InlineData("Standard_D2_v2")]
    [InlineData("Standard_D2ls_v5")]
    [InlineData("Standard_E8-2ds_v5")]
    [InlineData("Standard_B2s")]
    [InlineData("")]
    public void Of_ASizeWhoseMemoryIsNotInItsName_IsUnknown(string vmSize) => Assert.Null(NodeSize.Of(vmSize));
}

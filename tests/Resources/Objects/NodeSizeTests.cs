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

    [Theory]
    [InlineData("Standard_D2_v2")]
    [InlineData("Standard_D2ls_v5")]
    [InlineData("Standard_E8-2ds_v5")]
    [InlineData("Standard_B2s")]
    [InlineData("")]
    public void Of_ASizeWhoseMemoryIsNotInItsName_IsUnknown(string vmSize) => Assert.Null(NodeSize.Of(vmSize));
}

using KedaStack.Local.Processes;

namespace KedaStack.Tests.Local.Processes;

public sealed class FileDescriptorsTests
{
    [Theory]
    [InlineData("Limit                     Soft Limit           Hard Limit           Units     \nMax open files            1024                 524288               files     \n", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files\n", null)]
    [InlineData("", null)]
    public void Parse_TextOfTheKernel_IsTheSoftLimit(string limits, int? limit) => Assert.Equal(limit, FileDescriptors.Parse(limits));

    [Theory]
    [InlineData(10, 250, null)]
    [InlineData(10, null, null)]
    [InlineData(10, 249, "249 open files are allowed (ulimit -n), and 10 replicas need about 250; with more of them than there is room for, replicas and load generators will not start: ulimit -n 250")]
    public void Warning_TooFew_IsSaidWithTheNumber(int replicas, int? limit, string? warning) => Assert.Equal(warning, FileDescriptors.Warning(replicas, limit));

    [Fact]
    public void Warning_TooFewForOneReplica_IsRefused() => Assert.Equal(
        "ulimit -n: 64 open files are allowed (ulimit -n), and 1 replica needs about 70; run it after ulimit -n 70",
        Assert.Throws<LocalRunException>(() => FileDescriptors.Warning(1, 64)).Message);
}

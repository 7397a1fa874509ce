using KedaStack.Local.Metrics.Prometheus;
using KedaStack.Local.Watching;
using KedaStack.Tests.Local.Command;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Local.Metrics.Prometheus;

public sealed class TargetFileWriterTests
{
    private readonly RunLog _log = new(TimeProvider.System);

    [Fact]
    public async Task Write_DirectoryIsGone_IsSaidWithoutAdviceToMakeRoom()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("missing", "targets.json");

        await WriteAsync(path, draft: path + ".new");

        var told = Assert.Single(_log.Events);
        Assert.Equal("NotWritable", told.Reason);
        Assert.StartsWith($"{path}: cannot be written (", told.Message, StringComparison.Ordinal);
        Assert.EndsWith("); set TMPDIR to a directory that you may write to; until then it scrapes the replicas that it knows.", told.Message, StringComparison.Ordinal);
    }

    [ProcFact]
    public async Task Write_DiskIsFull_IsSaidWithAdviceToMakeRoom()
    {
        await WriteAsync("/targets.json", draft: "/dev/full");

        var told = Assert.Single(_log.Events);
        Assert.Equal("DiskFull", told.Reason);
        Assert.Contains("); make room there, or set TMPDIR to a directory with some; ", told.Message, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string path, string draft)
    {
        var file = new TargetFile(path, draft, LocalWorld.SampleApp, labels: []);
        await using var writer = new TargetFileWriter(file.Write, _log);
        writer.Write([]);
    }
}

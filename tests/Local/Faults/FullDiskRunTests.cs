using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Local.Command;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A run whose disk becomes full, and gets room again.</summary>
[Collection(LocalProcesses.Name)]
public sealed class FullDiskRunTests
{
    [FullDiskFact]
    public async Task Disk_FullMidRun_FallsBackRecoversAndLosesNoRequest()
    {
        using var disk = new FullDisk(FullDisk.EnoughBytes);
        using var process = new KedaStackProcess(
            null, disk.Path, [.. KedaStackProcess.Endless, "--json", "--config", "fallbackFailureThreshold=2", "--config", "fallbackReplicas=4"]);
        await WaitForAsync(process, line => IsSync(line) && line["metric"] is not null);

        disk.Fill();

        var full = await WaitForAsync(process, line => (string?)line["reason"] == "DiskFull" && Message(line).StartsWith("Died ", StringComparison.Ordinal));
        Assert.Contains("is full; it is started again once there is room: make room there, or set TMPDIR", Message(full), StringComparison.Ordinal);
        await WaitForAsync(process, line => (string?)line["reason"] == "FallbackActive");
        // New replicas cannot be told to Prometheus.
        await WaitForAsync(process, line => Message(line).Contains("targets.json: cannot be written", StringComparison.Ordinal));

        disk.Free();

        await WaitForAsync(process, line => (string?)line["reason"] == "Writable");
        await WaitForAsync(process, line => (string?)line["reason"] == "KEDAScalerRecovered", after: full);
        process.Signal(ProcessSteering.Terminate);
        Assert.Equal(ExitCodes.Interrupted, await process.WaitForExitAsync());
        Assert.True((bool)Lines(process).Last()["requests"]!["noneLost"]!, process.Lines[^1]);
        Assert.Empty(process.Children());
        Assert.Empty(process.TemporaryFiles);
    }

    private static Task<JsonNode> WaitForAsync(KedaStackProcess process, Func<JsonNode, bool> isIt, JsonNode? after = null) => Eventually.GetAsync(
        () => Lines(process).SkipWhile(line => after is not null && line.ToJsonString() != after.ToJsonString()).FirstOrDefault(isIt),
        () => string.Join('\n', process.Lines));

    private static IEnumerable<JsonNode> Lines(KedaStackProcess process) =>
        process.Lines.Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!);

    private static bool IsSync(JsonNode line) => (string?)line["line"] == "sync";

    private static string Message(JsonNode line) => (string?)line["message"] ?? "";
}

using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>The doctor against what a real control plane answered.</summary>
public sealed class RecordedChainsTests
{
    private static readonly HashSet<string> _unread = ["rbac-half", "token-unknown"];

    /// <summary>A row for each recording, by its path below the folder.</summary>
    public static TheoryData<string> Recordings => [.. RecordedChains.Files.Select(file => Path.GetRelativePath(SharedFolder.PathOf(RecordedChains.Folder), file)).DefaultIfEmpty("none")];

    [SharedTheory(RecordedChains.Folder)]
    [MemberData(nameof(Recordings))]
    public async Task Offline_RecordedChain_NamesTheFirstBrokenLinkAndItsCause(string recording)
    {
        var file = SharedFolder.PathOf(Path.Combine(RecordedChains.Folder, recording));
        var truth = RecordedChains.TruthOf(file);

        var run = await CommandRun.OfAsync("doctor", "--json", "--offline", file);

        var report = JsonNode.Parse(run.Output);
        Assert.Equal((truth.Link, truth.State), (report.Text("first.id") ?? "none", report.Text("first.state") ?? ""));
        Assert.All(truth.Words, word => Assert.Contains(word, $"{report.Text("first.found")} {report.Text("first.means")}", StringComparison.Ordinal));
        Assert.Equal(truth.State == "fail" ? 2 : _unread.Contains(Path.GetFileNameWithoutExtension(file)) ? 1 : 0, run.ExitCode);
        // Where the HPA computes anything, the model has to compute the same.
        Assert.NotEqual("false", report.At("prediction.asPredicted")?.ToJsonString());
    }

    [SharedFact(RecordedChains.Folder)]
    public void Table_NamesEachRecording() =>
        Assert.Equal(RecordedChains.Cases.Order(StringComparer.Ordinal), RecordedChains.Files.Select(file => Path.GetFileNameWithoutExtension(file)).Distinct().Order(StringComparer.Ordinal));
}

using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>Lists that a server gives in pages.</summary>
public sealed class PagesTests
{
    private static readonly string _pods = ApiPath.Core("all-well", "pods");
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("all-well")]
    [InlineData("prometheus-refused")]
    [InlineData("two-scaledobjects")]
    public async Task Chain_InPagesOfOneObject_IsJudgedAndSavedAsInOne(string chain)
    {
        await using var whole = await LiveCommand.ServeAsync(chain);
        await using var paged = await LiveCommand.ServeAsync(chain);
        paged.LargestPage = 1;
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("chain.json");

        var (expected, _) = await LookAsync(whole, chain);
        var (report, answers) = await LookAsync(paged, chain);
        await File.WriteAllTextAsync(file, AnswerFile.Write(answers.All.Select(Bundle.Of)));

        Assert.Contains(paged.Asked, path => path.Contains("continue=", StringComparison.Ordinal));
        Assert.Equal(Shown(expected), Shown(report));
        Assert.Equal(Shown(expected), Shown(DoctorReport.Offline(file, chain, null, [])!));
    }

    [Fact]
    public async Task List_InPages_HoldsAllObjectsUnderItsOwnPath()
    {
        var answer = await ReadAsync(Pages(3));

        Assert.Equal((_pods, true, ""), (answer.Path, answer.IsOk, answer.Body.Text("metadata.continue")));
        Assert.Equal(["pod-0", "pod-1", "pod-2"], answer.Body.Objects("items").Select(pod => pod.Text("metadata.name")));
        Assert.Null(answer.Body.At("metadata.remainingItemCount"));
    }

    [Fact]
    public async Task List_WhosePageFails_IsNotReadAtAll()
    {
        var answer = await ReadAsync(path => path.Contains("continue=", StringComparison.Ordinal) ? new ClusterAnswer(path, 500, "application/json", 1, new JsonObject()) : Pages(3)(path));

        Assert.Equal((_pods, true, "HTTP 500"), (answer.Path, answer.IsUnread, answer.WhyUnread));
    }

    [Fact]
    public async Task List_WhoseTokenRunsOut_IsReadAtOnce()
    {
        var answer = await ReadAsync(path => path == _pods ? Page(path, ["a", "b"], null)
            : path.Contains("continue=", StringComparison.Ordinal) ? new ClusterAnswer(path, 410, "application/json", 1, new JsonObject()) : Page(path, ["a"], "next"));

        Assert.Equal(["a", "b"], answer.Body.Objects("items").Select(pod => pod.Text("metadata.name")));
    }

    [Fact]
    public async Task List_ThatNeverEnds_IsNotReadAndSaysHowMuchIs()
    {
        var count = 0;

        var answer = await ReadAsync(path =>
        {
            count++;
            return Page(path, ["a"], "next");
        });

        Assert.Equal((true, "it has more than 20,000 objects, and no more are read", 40), (answer.IsUnread, answer.WhyUnread, count));
    }

    [Fact]
    public async Task List_WhoseTimeIsUpBetweenPages_IsNotRead()
    {
        var times = new Queue<TimeSpan>([_timeout, TimeSpan.Zero]);
        var reader = new Scripted((path, timeout) => timeout == TimeSpan.Zero ? new ClusterAnswer(path, null, null, 1, null, Problem: ClusterAnswer.NoAnswer) : Page(path, ["a"], "next"));

        var answer = await ListPages.ReadAsync(reader, _pods, times.Dequeue, CancellationToken.None);

        Assert.Equal((_pods, ClusterAnswer.NoAnswer), (answer.Path, answer.WhyUnread));
    }

    [Fact]
    public void Page_OfAListInAFile_IsNoList()
    {
        var answers = new AnswerSet();
        answers.Add(Page(_pods, ["a"], "next"));

        Assert.Equal((false, "only a part of the list was read"), (answers.Get(_pods).IsOk, answers.Get(_pods).WhyUnread));
        Assert.Empty(answers.Items(_pods));
    }

    private static IEnumerable<(string, object, string)> Shown(DoctorReport report) => report.Worst.Links.Select(link => (link.Id, (object)link.Verdict.State, link.Verdict.Found));

    private static Task<ClusterAnswer> ReadAsync(Func<string, ClusterAnswer> answer) =>
        ListPages.ReadAsync(new Scripted((path, _) => answer(path)), _pods, () => _timeout, CancellationToken.None);

    /// <summary>As many pages of one pod each.</summary>
    private static Func<string, ClusterAnswer> Pages(int count) => path =>
    {
        var place = path.Split("continue=") is [_, var token] ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Page(path, [$"pod-{place}"], place + 1 < count ? FormattableString.Invariant($"{place + 1}") : null);
    };

    private static ClusterAnswer Page(string path, string[] names, string? next) => new(path, 200, "application/json", 1, new JsonObject
    {
        ["kind"] = "PodList",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject { ["continue"] = next ?? "", ["remainingItemCount"] = next is null ? null : 1 },
        ["items"] = new JsonArray([.. names.Select(name => new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } })]),
    });

    private static async Task<(DoctorReport Report, AnswerSet Answers)> LookAsync(ReplayServer server, string ns)
    {
        using var http = new HttpClient();
        var reader = new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask);
        return (await new LiveDoctor(reader, "replay", "a test", ns, TimeProvider.System) { Timeout = _timeout }.LookAsync([], CancellationToken.None))!.Value;
    }

    private sealed class Scripted(Func<string, TimeSpan, ClusterAnswer> answer) : IApiReader
    {
        public Task<ClusterAnswer> GetAsync(string path, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(answer(path, timeout));
    }
}

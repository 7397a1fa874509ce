using System.Text;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli;

/// <summary>Files that were right, with mistakes of the kind that editors, copies and tools make, through every command that reads files.</summary>
public sealed class MutatedInputTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private static readonly string[] _pieces =
    [
        "\0", "\u001b[31m", "\"", "'", ",", ";", "\t", "\n", "\r\n", "{", "}", "[", "]", ":", "- ", "null", "NaN", "-1", "1e999", "99999999999999999999", "\u202e", "\ud83d\ude00", "{{ .x }}", "&a", "*a", "<<: ", "---\n", "%", "time", "=",
    ];

    private readonly TemporaryDirectory _directory = new();

    /// <summary>A command, the file it reads, and how many mutations of it: 300 in all.</summary>
    public static TheoryData<string, string, int> Inputs() => new()
    {
        { "simulate -t {0} --duration 10m", "trace.csv", 50 },
        { "simulate -t {0} --sum --gaps hold", "pods.csv", 30 },
        { "simulate -t {0} --duration 10m", "trace.json", 40 },
        { "simulate -t {0} --duration 10m", "azure.json", 20 },
        { "simulate -t {0} --duration 10m", "access.log", 20 },
        { "tune -t {0} --candidates 20 --pod-capacity 20 --duration 10m", "trace.csv", 10 },
        { "explain --hpa {0}", "hpa.yaml", 40 },
        { "explain --scaled-object {0} --value 45", "so.yaml", 30 },
        { "check {0}", "so.yaml", 30 },
        { "preview --diff {0}", "preview.json", 10 },
        { "settings", "Pulumi.yaml", 2 },
        { "explain --value 45", "Pulumi.dev.yaml", 10 },
        { "render -o {1}/out", "Pulumi.dev.yaml", 8 },
    };

    [Fact]
    public void Inputs_AreThreeHundred() => Assert.Equal(300, Inputs().Sum(row => (int)row[2]));

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Command_OfAMutatedFile_SaysWhatIsWrongOrDoesItsWork(string command, string file, int mutations)
    {
        foreach (var name in (string[])["Pulumi.yaml", "Pulumi.dev.yaml"])
        {
            File.Copy(RepositoryRoot.PathOf(name), _directory.Combine(name), overwrite: true);
        }

        var text = await TextAsync(file);
        for (var seed = 0; seed < mutations; seed++)
        {
            var random = new SplitMix64((ulong)((seed * 31) + file.Length + command.Length));
            var mutated = Mutate(text, random);
            await File.WriteAllBytesAsync(_directory.Combine(file), mutated);
            string[] arguments = [.. command.Replace("{0}", _directory.Combine(file), StringComparison.Ordinal).Replace("{1}", _directory.Path, StringComparison.Ordinal).Split(' ')];
            var isFiles = arguments[0] == "check";

            var (output, error) = (new StringWriter(), new StringWriter());
            using var stop = new CancellationTokenSource(_patience);
            var exitCode = await KedaStackCommand.RunAsync(
                isFiles ? arguments : [.. arguments, "--directory", _directory.Path], new Terminal(output, error, widthColumns: 80), stop.Token);

            var said = $"{output}{error}";
            var what = $"{command}, {file}, mutation {seed}, exit code {exitCode}: {error}";
            Assert.True(exitCode is ExitCodes.Success or ExitCodes.Failure or ExitCodes.CheckFailed, what);
            Assert.True(exitCode != ExitCodes.Failure || error.ToString().Length > 0, what);
            Assert.False(said.Contains("Exception", StringComparison.Ordinal) || said.Contains("   at KedaStack", StringComparison.Ordinal) || said.Contains("(Parameter '", StringComparison.Ordinal), what);
            Assert.DoesNotContain('\u202e', said);
            Assert.DoesNotContain('\0', said);
        }
    }

    public void Dispose() => _directory.Dispose();

    private static byte[] Mutate(string text, SplitMix64 random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        var times = 1 + (int)(random.Next() % 3);
        for (var i = 0; i < times && bytes.Count > 0; i++)
        {
            var at = (int)(random.Next() % (ulong)bytes.Count);
            var length = Math.Min(1 + (int)(random.Next() % 12), bytes.Count - at);
            switch (random.Next() % 6)
            {
                case 0:
                    bytes[at] = (byte)random.Next();
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(_pieces[random.Next() % (ulong)_pieces.Length]));
                    break;
            }
        }

        return [.. bytes];
    }

    private async Task<string> TextAsync(string file) => file switch
    {
        "trace.csv" => "time,rate\n2026-01-31T10:00:00Z,30\n2026-01-31T10:01:00Z,42.5\n2026-01-31T10:02:00Z,\"150\"\n2026-01-31T10:03:00Z,90\n2026-01-31T10:04:00Z,10\n",
        "pods.csv" => "\"Time\",\"{pod=\"\"a\"\"}\",\"{pod=\"\"b\"\"}\"\n1719835200000,15,15\n1719835260000,16,17\n1719835320000,18,\n1719835380000,5,7\n",
        "trace.json" => """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1767225600,"1"],[1767225615,"2"],[1767225630,"30"],[1767225645,"NaN"]]}]}}""",
        "azure.json" => """{"value":[{"name":{"value":"Requests"},"unit":"Count","timeseries":[{"data":[{"timeStamp":"2024-07-01T12:00:00Z","total":60.0},{"timeStamp":"2024-07-01T12:01:00Z","total":90.0}]}]}]}""",
        "access.log" => "192.0.2.1 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1\n192.0.2.1 - bob [01/Jan/2026:00:00:01 +0100] \"GET /a HTTP/1.1\" 404 1 \"-\" \"curl\"\n",
        "hpa.yaml" => "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: h, namespace: n}\nspec:\n  minReplicas: 1\n  maxReplicas: 10\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d}\n  metrics:\n  - type: External\n    external: {metric: {name: m}, target: {type: AverageValue, averageValue: \"10\"}}\nstatus:\n  currentReplicas: 2\n  desiredReplicas: 3\n  currentMetrics:\n  - type: External\n    external: {metric: {name: m}, current: {averageValue: 12500m}}\n",
        "so.yaml" => "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s, namespace: n}\nspec:\n  scaleTargetRef: {name: d}\n  minReplicaCount: 1\n  maxReplicaCount: 10\n  triggers:\n  - type: prometheus\n    metadata:\n      serverAddress: http://prometheus:9090\n      query: sum(rate(http_requests_total[2m]))\n      threshold: \"10\"\n",
        "preview.json" => (await CommandRun.InAsync(_directory.Path, "preview", "--json")).Output,
        _ => await File.ReadAllTextAsync(RepositoryRoot.PathOf(file)),
    };
}

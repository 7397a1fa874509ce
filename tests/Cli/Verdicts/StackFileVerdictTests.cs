using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Verdicts;

/// <summary>Stack files whose verdict is known: another spelling of the same settings is the same stack, and a mistake is named with what was meant.</summary>
public sealed class StackFileVerdictTests : IDisposable
{
    private const string Base = "config:\n  threshold: \"20\"\n  minReplicaCount: 2\n  window: 1m\n  tags:\n    - environment=dev\n    - team=web\n";

    private readonly TemporaryDirectory _directory = new();

    public StackFileVerdictTests() => File.Copy(RepositoryRoot.PathOf("Pulumi.yaml"), _directory.Combine("Pulumi.yaml"));

    /// <summary>The same settings otherwise.</summary>
    public static TheoryData<string> Spellings() =>
    [
        Base.Replace("\n", "\r\n", StringComparison.Ordinal),
        "\ufeff" + Base,
        "# a comment\n---\n" + Base + "\n# the end",
        "config: {threshold: '20', minReplicaCount: 2, window: 1m, tags: [environment=dev, team=web]}",
        "{\"config\": {\"threshold\": \"20\", \"minReplicaCount\": 2, \"window\": \"1m\", \"tags\": [\"environment=dev\", \"team=web\"]}}",
        "config:\n  tags: [environment=dev, team=web]\n  window: 1m\n  minReplicaCount: \"2\"\n  threshold: 20\n",
        "config:\n  kedastack:threshold: \"20\"\n  kedastack:minReplicaCount: 2\n  kedastack:window: 1m\n  kedastack:tags:\n    - environment=dev\n    - team=web\n",
        "config:\n  threshold: \"20\"   # per replica\n  minReplicaCount: 2\n  window: \"1m\"\n  tags:\n  - environment=dev\n  - team=web\n",
        "config:\n  threshold: &twenty \"20\"\n  minReplicaCount: 2\n  window: 1m\n  tags:\n    - environment=dev\n    - team=web\n",
        "encryptionsalt: v1:abc\n" + Base,
        Base + "  pulumi:disable-default-providers:\n    - kubernetes\n",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Stack_SpelledOtherwise_IsTheSame(string text)
    {
        var expected = await ExplainAsync(Base);

        Assert.Equal(expected, await ExplainAsync(text));
        Assert.Contains("target 20 per replica, 2 to 10 replicas", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_WithATypingMistake_IsNamedWithTheOneThatWasMeant()
    {
        var random = new SplitMix64(1);
        foreach (var key in SettingsCatalogue.All.Select(setting => setting.Key).Where(key => key.Length >= 6))
        {
            var misspelt = Misspelt(key, ref random);
            if (SettingsCatalogue.Find(misspelt) is not null)
            {
                continue;
            }

            var run = await RunAsync($"config:\n  {misspelt}: \"1\"\n");

            Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
            Assert.True(run.Error.Contains($"{misspelt}: is not a setting (got \"1\"); did you mean {key}?", StringComparison.Ordinal), run.Error);
        }
    }

    public static TheoryData<string, string> Mistakes() => new()
    {
        { "conifg:\n  threshold: 5\n", "did you mean config?" },
        { "Config:\n  threshold: 5\n", "did you mean config?" },
        { "config:\n  kedastck:threshold: 5\n", "did you mean kedastack:threshold?" },
        { "config:\n  threshold: abc\n", "threshold: is not a number (got \"abc\")" },
        { "config:\n  threshold: \"0\"\n", "threshold: " },
        { "config:\n  minReplicaCount: 1.5\n", "minReplicaCount: is not an integer (got \"1.5\")" },
        { "config:\n  minReplicaCount: -1\n", "minReplicaCount: " },
        { "config:\n  minReplicaCount: [1]\n", "minReplicaCount: " },
        { "config:\n  minReplicaCount: 11\n", "minReplicaCount: is above maxReplicaCount (got \"11\" with maxReplicaCount \"10\")" },
        { "config:\n  window: 1x\n", "window: " },
        { "config:\n  tags: environment\n", "tags: " },
        { "config:\n  threshold: 5\n  threshold: 6\n", "threshold" },
        { "config: [threshold]\n", "config" },
        { "config:\n\tthreshold: 5\n", "Pulumi.dev.yaml:2" },
        { "config:\n  threshold: 'open\n", "Pulumi.dev.yaml:" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Stack_WithAMistake_IsRefusedByName(string text, string words)
    {
        var run = await RunAsync(text);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.True(run.Error.Contains(words, StringComparison.Ordinal), run.Error);
    }

    public void Dispose() => _directory.Dispose();

    // A letter less, twice, or in the place of the next one.
    private static string Misspelt(string key, ref SplitMix64 random)
    {
        var at = 1 + (int)random.Below(key.Length - 3);
        return random.Below(3) switch
        {
            0 => key.Remove(at, 1),
            1 => key.Insert(at, key[at].ToString()),
            _ => $"{key[..at]}{key[at + 1]}{key[at]}{key[(at + 2)..]}",
        };
    }

    private async Task<CommandRun> RunAsync(string text)
    {
        await File.WriteAllTextAsync(_directory.Combine("Pulumi.dev.yaml"), text);
        return await CommandRun.InAsync(_directory.Path, "explain", "--value", "45", "--json");
    }

    private async Task<string> ExplainAsync(string text)
    {
        var run = await RunAsync(text);
        Assert.True(run.ExitCode == ExitCodes.Success, run.Error);
        return JsonNode.Parse(run.Output)!.ToJsonString();
    }
}

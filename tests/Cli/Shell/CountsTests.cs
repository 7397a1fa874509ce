using System.Text.RegularExpressions;

namespace KedaStack.Tests.Cli.Shell;

/// <summary>Counts in what is written: one of a thing is singular, and thousands are apart.</summary>
public sealed partial class CountsTests
{
    public static TheoryData<string> WithOnes() =>
    [
        "explain --value 1 -c maxReplicaCount=1", "explain --value 15 --current 1 -c maxReplicaCount=2", "explain --value error -c minReplicaCount=0 -c fallbackReplicas=1 -c fallbackFailureThreshold=1",
        "simulate --traffic 0s:1 --duration 10m", "simulate --traffic 0s:15 --duration 10m -c maxReplicaCount=1 --compare maxReplicaCount=2 --pods-per-node 1 --queue-limit 1",
        "tune --traffic 0s:15 --duration 10m --candidates 1 --pod-capacity 20", "preview -c maxReplicaCount=1 -c nodeCountMin=1 -c nodeCountMax=1", "preview --timeline", "check -c nodeCountMin=1 -c nodeCountMax=1",
    ];

    [Theory]
    [MemberData(nameof(WithOnes))]
    public async Task One_OfAThing_IsSingular(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.DoesNotMatch(Plural(), $"{run.Output}{run.Error}");
        Assert.NotEqual("", run.Output);
    }

    public static TheoryData<string> WithThousands() =>
    [
        "explain --value 54321 --current 20 -c maxReplicaCount=20000 -c threshold=2", "simulate --traffic 0s:9000 --duration 30m -c maxReplicaCount=3000 -c threshold=4 --initial-replicas 1500 --compare threshold=5",
    ];

    [Theory]
    [MemberData(nameof(WithThousands))]
    public async Task Thousands_OfAThing_AreApart(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.DoesNotMatch(Thousands(), $"{run.Output}{run.Error}");
        Assert.Matches(@"\d,\d{3} (replicas|different settings)|\d,\d{3}\n", run.Output);
    }

    [GeneratedRegex(@"(?<![\w.,:/=-])1 (replicas|pods|requests|nodes|checks|warnings|errors|resources|lines|steps|changes|runs|gaps|decisions|triggers|metrics|times|generators|candidates|settings|series)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?<![\w.,:/=-])\d{4,} (replicas|pods|requests|nodes|different settings|runs|decisions)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}

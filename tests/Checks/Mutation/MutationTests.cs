using System.Globalization;
using KedaStack.Checks.Rules;
using Xunit.Abstractions;

namespace KedaStack.Tests.Checks.Mutation;

public sealed class MutationTests(ITestOutputHelper output)
{
    private const double LeastCaught = 0.95;
    private const int LeastCorruptions = 60;

    /// <summary>What is missed on purpose, each with the limit on the page that covers it.</summary>
    private static readonly IReadOnlyDictionary<string, string> _limits = new Dictionary<string, string>
    {
        ["Deployment/load-generator spec.template.spec.containers[0].env[3].value = \"fast\""] = "an app's environment variables",
    };

    private static readonly IReadOnlyList<Corruption> _corruptions = CorruptionRules.Expand();

    private static readonly Lazy<IReadOnlyList<Corruption>> _missed = new(() =>
    [
        .. _corruptions.Where(corruption =>
            CheckedStack.NewFindings(PreviewedStacks.Of(corruption.Stack), corruption.Make(PreviewedStacks.Of(corruption.Stack))).Count == 0),
    ]);

    [Fact]
    public void Corruptions_Always_AreManyAndDifferent()
    {
        Assert.True(_corruptions.Count >= LeastCorruptions);
        Assert.Equal(_corruptions.Count, _corruptions.DistinctBy(corruption => (corruption.Stack, corruption.Name)).Count());
    }

    [Fact]
    public void Corruptions_OfThreeStacks_AreCaughtAlmostAlways()
    {
        var caught = _corruptions.Count - _missed.Value.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{caught} of {_corruptions.Count} caught; missed:"));
        foreach (var corruption in _missed.Value)
        {
            output.WriteLine($"- {corruption.Stack}: {corruption.Name} ({corruption.Why})");
        }

        Assert.True(caught >= LeastCaught * _corruptions.Count, string.Join("\n", _missed.Value.Select(corruption => $"{corruption.Name} ({corruption.Why})")));
    }

    [Fact]
    public void Corruptions_ThatAreMissed_AreDocumented() =>
        Assert.All(_missed.Value, corruption => Assert.Contains(CheckLimits.All, limit => limit.Name == _limits.GetValueOrDefault(corruption.Name)));

    [Fact]
    public void Corruptions_ThatBreakTheChecksThemselves_DoNotExist() =>
        Assert.DoesNotContain(
            _corruptions.SelectMany(corruption => CheckedStack.Report(corruption.Make(PreviewedStacks.Of(corruption.Stack))).Findings),
            finding => finding.Found.StartsWith("the check itself failed", StringComparison.Ordinal));
}

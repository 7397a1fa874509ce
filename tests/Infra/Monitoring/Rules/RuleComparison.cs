using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

/// <summary>Evaluates rules and the reference's over the same synthetic series and compares the records, each minute.</summary>
/// <param name="reference">The reference's rules.</param>
internal sealed class RuleComparison(IReadOnlyCollection<RecordingRule> reference)
{
    // Sums in another order differ in the last bits; a share of 0 may come out as 1e-17.
    private const string RelativeTolerance = "1e-9";
    private const string AbsoluteTolerance = "1e-12";

    private readonly List<(RecordingRule Rule, string ReferenceRecord)> _pairs = [];

    /// <summary>Compares a rule with the rule of the reference that has this record and the same labels.</summary>
    public void Add(RecordingRule rule, string referenceRecord) => _pairs.Add((rule, referenceRecord));

    /// <summary>Passes if every record is there and is the reference's.</summary>
    public PromtoolResult Run()
    {
        using var test = new RuleTest { Series = [.. SyntheticNodes.All, .. SyntheticKubeState.All, .. SyntheticCadvisor.All] };
        test.AddRules("ours", _pairs.Select(pair => pair.Rule));
        test.AddRules("reference", ReferenceRules.Renamed(reference));
        foreach (var (rule, referenceRecord) in _pairs)
        {
            var theirs = Selector(rule with { Record = ReferenceRules.Renamed(referenceRecord) });
            // Rates need two samples.
            for (var minute = 1; minute <= Samples.Minutes; minute++)
            {
                test.Expect(minute, $"absent({theirs})");
                test.Expect(minute, Missing(rule));
                test.Expect(minute, Difference(Selector(rule), theirs));
            }
        }

        return test.Run();
    }

    /// <summary>Whether a record was there at all times, and was not the reference's at some.</summary>
    public static bool FoundDifference(PromtoolResult result, RecordingRule rule) =>
        !result.Output.Contains(Quoted(Missing(rule)), StringComparison.Ordinal)
        && result.Output.Contains(Quoted($"({Selector(rule)} unless "), StringComparison.Ordinal);

    private static string Missing(RecordingRule rule) => $"absent({Selector(rule)})";

    /// <summary>An expression with a result only where two vectors differ in labels or value, or have a NaN.</summary>
    private static string Difference(string ours, string theirs) =>
        $"({ours} unless {theirs}) or ({theirs} unless {ours}) or ({ours} != {ours}) "
        + $"or (abs({ours} - {theirs}) > {RelativeTolerance} * abs({theirs}) + {AbsoluteTolerance})";

    private static string Selector(RecordingRule rule) =>
        $"{rule.Record}{{{string.Join(", ", rule.Labels.Select(label => $"{label.Key}=\"{label.Value}\""))}}}";

    // As promtool prints the expression of an expectation that was not met.
    private static string Quoted(string expression) => expression.Replace("\"", "\\\"", StringComparison.Ordinal);
}

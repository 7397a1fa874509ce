using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The threshold is a number above 0, and the other values are what KEDA can parse.</summary>
internal sealed partial class TriggerMetadataValues() : Check(new()
{
    Id = "trigger-metadata-values",
    Severity = Severity.Error,
    Title = "The threshold is a number above 0, and the other values are what KEDA can parse",
    Failure = "`missing required parameter \"threshold\" in [triggerMetadata]`, `unable to set param \"threshold\" value ...`, or an HPA that the API server refuses: `must be positive`",
    Cause = "KEDA reads numbers as JSON does (`.5`, `010` and `10k` are not numbers) and booleans as Go does (`yes` is not one).",
    Fix = "Write `\"10\"` or `\"0.5\"`, and `\"true\"` or `\"false\"`.",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly HashSet<string> _booleans =
        ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            var threshold = trigger.Metadata("threshold");
            if (threshold is null || !Number().IsMatch(threshold) || double.Parse(threshold, CultureInfo.InvariantCulture) < 0.0005)
            {
                yield return Wrong("threshold", threshold, "a number above 0");
            }

            if (trigger.Metadata("activationThreshold") is { } activation && !Number().IsMatch(activation))
            {
                yield return Wrong("activationThreshold", activation, "a number");
            }

            foreach (var key in new[] { "ignoreNullValues", "unsafeSsl" })
            {
                if (trigger.Metadata(key) is { } flag && !_booleans.Contains(flag))
                {
                    yield return Wrong(key, flag, "true or false");
                }
            }

            Finding Wrong(string key, string? found, string expected) =>
                Found(trigger.ScaledObject, trigger.MetadataPath(key), found, expected);
        }
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

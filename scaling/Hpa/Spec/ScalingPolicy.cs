using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>How much one direction may change within a period (autoscaling/v2 HPAScalingPolicy).</summary>
/// <param name="Type">The unit of <paramref name="Value"/>.</param>
/// <param name="Value">Pods or percent; above 0.</param>
/// <param name="Period">The period; whole seconds from 1 s to 1,800 s (Kubernetes' validation of autoscaling/v2).</param>
public sealed partial record ScalingPolicy(ScalingPolicyType Type, int Value, TimeSpan Period)
{
    /// <summary>What a text has to look like, for error messages.</summary>
    public const string Expected = "<value> Pods/<period> or <value> Percent/<period>, such as 4 Pods/15s";

    /// <summary>The longest period that the API server accepts.</summary>
    public static readonly TimeSpan MaximumPeriod = TimeSpan.FromSeconds(1800);

    /// <summary>Reads <c>4 Pods/15s</c> or <c>100 Percent/1m</c>. The limits of the values are not checked here.</summary>
    /// <returns>Null when the text has another form.</returns>
    public static ScalingPolicy? TryParse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            && int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && PrometheusDuration.TryParse(match.Groups["period"].Value, out var period)
            ? new ScalingPolicy(Enum.Parse<ScalingPolicyType>(match.Groups["type"].Value), value, period)
            : null;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{Value} {Type}/{PrometheusDuration.Format(Period)}";

    [GeneratedRegex(@"^(?<value>[0-9]+) ?(?<type>Pods|Percent) ?/ ?(?<period>[0-9a-z]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

using System.Globalization;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load;

/// <summary>
/// A load as a text: items <c>time:rate</c> with commas between them, such as <c>0s:30, 5m:150, 10m:0</c>. From the time
/// on, the load is that many requests per second. <c>10m:~150</c> reaches 150 req/s at 10 minutes, in an even slope from
/// the item before. Times are Prometheus durations and ascend from 0s; rates have at most three decimals.
/// </summary>
public static class TrafficExpression
{
    /// <summary>What a text has to look like, for error messages.</summary>
    public const string Expected = "time:rate items such as 0s:30, 5m:150, 10m:0, or 10m:~150 for a slope that ends there";

    private const int MostItems = 10_000;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="errors">Each error in a sentence that names the item; empty when there is a load.</param>
    /// <returns>Null when there are errors.</returns>
    public static Traffic? TryParse(string text, out IReadOnlyList<string> errors)
    {
        var found = new List<string>();
        errors = found;
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add($"The traffic is empty; expected {Expected}.");
            return null;
        }

        var items = text.Split(',');
        if (items.Length > MostItems)
        {
            found.Add(FormattableString.Invariant(
                $"The traffic has {items.Length} items; at most {MostItems} are read. Give a longer one as a file."));
            return null;
        }

        var builder = new TrafficBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (Add(items[i].Trim(), builder) is { } error)
            {
                found.Add(FormattableString.Invariant($"Item {i + 1} of the traffic, '{items[i].Trim()}': {error}."));
            }
        }

        return found.Count == 0 ? builder.Build() : null;
    }

    private static string? Add(string item, TrafficBuilder builder)
    {
        var colon = item.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return item.Length == 0 ? "it is empty; remove the comma" : "it has no colon; expected time:rate such as 5m:150";
        }

        var (timeText, rateText) = (item[..colon].Trim(), item[(colon + 1)..].Trim());
        var isSlope = rateText.StartsWith('~');
        var timeError = TimeError(timeText, builder, out var at);
        var rateError = RateError(isSlope ? rateText[1..].Trim() : rateText, out var milli);
        var error = (timeError, rateError) switch
        {
            (not null, not null) => $"{timeError}; {rateError}",
            (not null, null) => timeError,
            _ => rateError,
        };
        if (error is not null)
        {
            // What follows is checked against this item's time all the same.
            builder.Step(Math.Max(at, builder.LastMilliseconds), 0);
            return error;
        }

        if (!isSlope)
        {
            builder.Step(at, milli);
            return null;
        }

        if (builder.LastMilliseconds < 0)
        {
            return "a slope needs an item before it that says where it begins";
        }

        builder.Slope(at, milli);
        return null;
    }

    private static string? TimeError(string text, TrafficBuilder builder, out long at)
    {
        at = 0;
        if (!PrometheusDuration.TryParse(text, out var time))
        {
            return $"'{text}' is not {PrometheusDuration.Expected}";
        }

        at = time.WholeMilliseconds();
        return time > SimulationTime.Longest
            ? $"{text} is beyond the longest run, {PrometheusDuration.Format(SimulationTime.Longest)}"
            : builder.LastMilliseconds < 0 && at > 0 ? $"the first item must be at 0s, not at {text}; say what the load is before"
            : at <= builder.LastMilliseconds
                ? $"{text} must come after the item before it, at "
                    + PrometheusDuration.Format(TimeSpan.FromMilliseconds(builder.LastMilliseconds))
            : null;
    }

    private static string? RateError(string text, out long milli)
    {
        milli = 0;
        if (!decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rate))
        {
            return $"'{text}' is not a number of requests per second such as 150 or 0.5";
        }

        if (rate is < 0 or > Traffic.MaximumRate)
        {
            return FormattableString.Invariant($"{text} req/s is not from 0 to {Traffic.MaximumRate}");
        }

        milli = (long)(rate * 1000);
        return milli == rate * 1000 ? null : $"{text} req/s is finer than 0.001";
    }
}

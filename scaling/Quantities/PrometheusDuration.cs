using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KedaStack.Scaling.Quantities;

/// <summary>
/// Durations as Prometheus writes them: <c>15s</c>, <c>2m</c>, <c>1h30m</c>, <c>500ms</c>; units from largest to
/// smallest, each at most once (Prometheus documentation, "Time durations"; model.ParseDuration).
/// </summary>
public static class PrometheusDuration
{
    /// <summary>What a text has to look like, for error messages.</summary>
    public const string Expected = "a Prometheus duration such as 15s, 2m or 1h30m";

    private static readonly (string Unit, long Milliseconds)[] _units =
    [
        ("y", 365L * 24 * 60 * 60 * 1000),
        ("w", 7L * 24 * 60 * 60 * 1000),
        ("d", 24L * 60 * 60 * 1000),
        ("h", 60L * 60 * 1000),
        ("m", 60L * 1000),
        ("s", 1000L),
        ("ms", 1L),
    ];

    /// <summary>Reads a duration. Zero is written <c>0</c> or <c>0s</c>; there are no signs and no fractions.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="duration">The duration; zero when the text is not one.</param>
    /// <returns>False for anything else, and for a duration that exceeds <see cref="TimeSpan"/>.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        var match = Pattern.Match(text);
        if (text.Length == 0 || !match.Success)
        {
            return false;
        }

        var milliseconds = 0m;
        for (var i = 0; i < _units.Length; i++)
        {
            var digits = match.Groups[i + 1].Value;
            if (digits.Length > 0)
            {
                milliseconds += decimal.Parse(digits, CultureInfo.InvariantCulture) * _units[i].Milliseconds;
            }
        }

        if (milliseconds > (decimal)TimeSpan.MaxValue.TotalMilliseconds)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
        return true;
    }

    /// <summary>Writes a duration in its shortest form: <c>2m</c>, <c>1m30s</c>, <c>0s</c>; exact to a millisecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var rest = (long)duration.TotalMilliseconds;
        if (rest == 0)
        {
            return "0s";
        }

        var text = new StringBuilder();
        // Years and weeks only where they are the whole duration, as Prometheus prints them.
        foreach (var (unit, milliseconds) in _units)
        {
            if (rest < milliseconds || (unit is "y" or "w" && rest % milliseconds != 0))
            {
                continue;
            }

            text.Append(rest / milliseconds).Append(unit);
            rest %= milliseconds;
        }

        return text.ToString();
    }

    private static Regex Pattern => field ??= new(@"^(?:([0-9]{1,12})y)?(?:([0-9]{1,12})w)?(?:([0-9]{1,12})d)?(?:([0-9]{1,12})h)?(?:([0-9]{1,12})m)?(?:([0-9]{1,12})s)?(?:([0-9]{1,12})ms)?\z", RegexOptions.CultureInvariant);
}

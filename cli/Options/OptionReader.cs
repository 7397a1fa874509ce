using System.CommandLine;
using System.Globalization;
using System.Numerics;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Cli.Options;

/// <summary>
/// Reads options that are numbers or durations, noting what is wrong with them. Every method returns null when the option is
/// not given and when it has noted a problem.
/// </summary>
/// <param name="arguments">The command line.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class OptionReader(ParseResult arguments, ICollection<SettingsProblem> problems)
{
    /// <summary>What is wrong so far.</summary>
    public ICollection<SettingsProblem> Problems => problems;

    /// <summary>The text, without blanks around it.</summary>
    public string? Text(Option<string?> option) => arguments.GetValue(option)?.Trim();

    /// <summary>The texts of an option that may be repeated.</summary>
    public IReadOnlyList<string> Texts(Option<string[]> option) => arguments.GetValue(option) ?? [];

    /// <summary>A whole number in a range.</summary>
    public long? Integer(Option<string?> option, long least, long most)
    {
        if (Text(option) is not { } text)
        {
            return null;
        }

        var right = FormattableString.Invariant($"write a whole number from {least} to {most}");
        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (long?)InRange<BigInteger>(option, text, number, least, most, right)
            : Reject<long>(option, "is not a whole number", text, right);
    }

    /// <summary>A decimal number in a range.</summary>
    public decimal? Number(Option<string?> option, decimal least, decimal most)
    {
        if (Text(option) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var right = FormattableString.Invariant($"write a number from {least} to {most}");
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return InRange(option, text, number, least, most, right);
        }

        // Numbers beyond decimals are numbers, too.
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var beyond) && !double.IsNaN(beyond)
            ? Reject<decimal>(option, beyond < 0 ? "is too small" : "is too large", text, right)
            : Reject<decimal>(option, "is not a number", text, right);
    }

    /// <summary>A duration in a range.</summary>
    public TimeSpan? Duration(Option<string?> option, TimeSpan least, TimeSpan most) =>
        Text(option) is { } text ? Duration(option, text, text, least, most) : null;

    /// <summary>A delay: a duration, or two with a hyphen between them.</summary>
    public DelayRange? Delay(Option<string?> option, TimeSpan most)
    {
        if (Text(option) is not { } text)
        {
            return null;
        }

        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = hyphen < 0 ? (text, text) : (text[..hyphen].Trim(), text[(hyphen + 1)..].Trim());
        if (Duration(option, first, text, TimeSpan.Zero, most) is not { } shortest
            || Duration(option, last, text, TimeSpan.Zero, most) is not { } longest)
        {
            return null;
        }

        return shortest <= longest
            ? new DelayRange(shortest, longest)
            : Reject<DelayRange>(option, "has its longest delay first", text, "write the shortest first, such as 2s-5s");
    }

    /// <summary>Notes what is wrong with an option.</summary>
    public T? Reject<T>(Option option, string wrong, string text, string right)
        where T : struct
    {
        problems.Add(SettingsProblem.Create(option.Name, wrong, Quoted.Text(text), right));
        return null;
    }

    private TimeSpan? Duration(Option<string?> option, string part, string text, TimeSpan least, TimeSpan most)
    {
        if (!PrometheusDuration.TryParse(part, out var duration))
        {
            return Reject<TimeSpan>(option, "is not a duration", text, $"write {PrometheusDuration.Expected}");
        }

        var right = $"write from {PrometheusDuration.Format(least)} to {PrometheusDuration.Format(most)}";
        return duration == TimeSpan.Zero && least > duration
            ? Reject<TimeSpan>(option, "is zero", text, right)
            : InRange(option, text, duration, least, most, right);
    }

    private T? InRange<T>(Option option, string text, T value, T least, T most, string right)
        where T : struct, IComparable<T> =>
        value.CompareTo(least) < 0 ? Reject<T>(option, "is too small", text, right)
        : value.CompareTo(most) > 0 ? Reject<T>(option, "is too large", text, right)
        : value;
}

using System.Numerics;
using KedaStack.Scaling.Go;

namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>
/// One field of a cron schedule: the values that match, and whether it was left open with a star
/// (robfig/cron v3.0.1, parser.go, getField, getRange).
/// </summary>
/// <param name="Bits">The values, a bit each.</param>
/// <param name="IsStar">Whether a star or a question mark without a step stands in it; a step takes the mark away.</param>
internal readonly record struct CronField(ulong Bits, bool IsStar)
{
    public static readonly CronBounds Minutes = new(0, 59, []);
    public static readonly CronBounds Hours = new(0, 23, []);
    public static readonly CronBounds DaysOfMonth = new(1, 31, []);
    public static readonly CronBounds Months = new(
        1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    public static readonly CronBounds DaysOfWeek = new(0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    public bool Matches(int value) => (Bits & (1UL << value)) != 0;

    /// <summary>Reads a field.</summary>
    /// <param name="text">The field: ranges with commas between them.</param>
    /// <param name="bounds">The values that it may have.</param>
    /// <param name="error">The parser's words; null when the field is right.</param>
    public static CronField Parse(string text, CronBounds bounds, out string? error)
    {
        error = null;
        var field = default(CronField);
        foreach (var range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var part = ParseRange(range, bounds, out error);
            if (error is not null)
            {
                return default;
            }

            field = new CronField(field.Bits | part.Bits, field.IsStar || part.IsStar);
        }

        return field;
    }

    private static CronField ParseRange(string text, CronBounds bounds, out string? error)
    {
        var rangeAndStep = text.Split('/');
        var lowAndHigh = rangeAndStep[0].Split('-');
        var isOpen = lowAndHigh[0] is "*" or "?";
        var (start, end, step) = ((ulong)bounds.Minimum, (ulong)bounds.Maximum, 1UL);
        error = null;
        if (!isOpen)
        {
            start = Value(lowAndHigh[0], bounds, out error);
            end = start;
            if (error is null && lowAndHigh.Length == 2)
            {
                end = Value(lowAndHigh[1], bounds, out error);
            }
            else if (error is null && lowAndHigh.Length > 2)
            {
                error = $"too many hyphens: {text}";
            }
        }

        if (error is null && rangeAndStep.Length == 2)
        {
            step = Number(rangeAndStep[1], out error);
            end = lowAndHigh.Length == 1 ? (ulong)bounds.Maximum : end;
        }

        error ??= rangeAndStep.Length > 2 ? $"too many slashes: {text}"
            : start < (ulong)bounds.Minimum ? $"beginning of range ({start}) below minimum ({bounds.Minimum}): {text}"
            : end > (ulong)bounds.Maximum ? $"end of range ({end}) above maximum ({bounds.Maximum}): {text}"
            : start > end ? $"beginning of range ({start}) beyond end of range ({end}): {text}"
            : step == 0 ? $"step of range should be a positive number: {text}"
            : null;
        return error is null ? new CronField(Mask(start, end, step), isOpen && step <= 1) : default;
    }

    private static ulong Mask(ulong start, ulong end, ulong step)
    {
        var bits = 0UL;
        for (var value = (BigInteger)start; value <= end; value += step)
        {
            bits |= 1UL << (int)value;
        }

        return bits;
    }

    private static ulong Value(string text, CronBounds bounds, out string? error)
    {
        error = null;
        var name = bounds.Names.IndexOf(text.ToLowerInvariant());
        return name >= 0 ? (ulong)(bounds.Minimum + name) : Number(text, out error);
    }

    private static ulong Number(string text, out string? error)
    {
        var number = GoParse.Int(text, 64, out var reason, "Atoi");
        error = reason is not null ? $"failed to parse int from {text}: {reason}"
            : number < 0 ? $"negative number ({number}) not allowed: {text}"
            : null;
        return error is null ? (ulong)number : 0;
    }
}

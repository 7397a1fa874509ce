namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>Which columns of a CSV hold what.</summary>
/// <param name="Separator">Between the cells: a comma, semicolon or tab.</param>
/// <param name="Time">The place of the time, from 0.</param>
/// <param name="Rate">The place of the load, from 0.</param>
/// <param name="Count">How many columns there are.</param>
/// <param name="IsHeader">Whether the line that says so is a header.</param>
internal readonly record struct CsvColumns(char Separator, int Time, int Rate, int Count, bool IsHeader)
{
    /// <summary>How a first line begins that names the separator.</summary>
    public const string SeparatorLine = "sep=";

    private const int MostColumns = 100;
    private static readonly char[] _separators = [',', ';', '\t'];
    private static readonly string[] _timeNames = ["time", "timestamp", "t", "date", "datetime", "seconds"];
    private static readonly string[] _rateNames = ["rate", "load", "value", "rps", "requests", "req/s", "requests_per_second"];

    /// <summary>The separator that a <see cref="SeparatorLine"/> names.</summary>
    /// <exception cref="RecordingException">It is not one that is read.</exception>
    public static char NamedSeparator(ReadOnlySpan<char> line) =>
        line[SeparatorLine.Length..] is [var separator] && _separators.Contains(separator)
            ? separator
            : throw RecordingException.At(
                new TextPlace(1, SeparatorLine.Length + 1), "the separator is not one that is read", line[SeparatorLine.Length..],
                "separate the columns with commas, semicolons or tabs");

    /// <summary>
    /// Finds the columns by the first line. It is a header when neither of its cells can be data. Two columns are time and load,
    /// whatever they are called, unless a name says the reverse; of more, the header has to name both.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number.</param>
    /// <param name="named">The separator; null for the first one in the line.</param>
    /// <exception cref="RecordingException">They cannot be told.</exception>
    public static CsvColumns Of(ReadOnlySpan<char> line, long number, char? named = null)
    {
        var separator = named ?? (line.IndexOfAny(_separators) is >= 0 and var at ? line[at] : ',');
        var count = CsvCell.Count(line, separator);
        var (time, rate) = (Named(line, separator, count, _timeNames), Named(line, separator, count, _rateNames));
        if (count == 2)
        {
            (time, rate) = time == 1 || rate == 0 ? (1, 0) : (0, 1);
        }

        if (count < 2 || time < 0 || rate < 0)
        {
            throw RecordingException.At(
                new TextPlace(number, 1), count < 2 ? "the line has one column" : "the line has more than two columns and does not name them",
                line, "write time,rate on each line; more columns need a header with the names time and rate");
        }

        var isHeader = IsName(CsvCell.Of(line, separator, time).Text) && IsName(CsvCell.Of(line, separator, rate).Text);
        return new CsvColumns(separator, time, rate, count, isHeader);
    }

    private static bool IsName(ReadOnlySpan<char> text) => !text.IsEmpty && !RecordedTime.TryRead(text, out _);

    private static int Named(ReadOnlySpan<char> line, char separator, int count, string[] names)
    {
        for (var i = 0; i < Math.Min(count, MostColumns); i++)
        {
            foreach (var name in names)
            {
                if (CsvCell.Of(line, separator, i).Text.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return -1;
    }
}

using System.Globalization;
using KedaStack.Scaling.Keda.Go;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// Reads a trigger's parameters as KEDA does and collects what is wrong with them (scalersconfig/typed_config.go,
/// KEDA 2.20.2): values without the blanks around them, empty ones missing, unknown ones ignored.
/// </summary>
internal sealed class TypedConfig(IReadOnlyDictionary<string, string> metadata, IReadOnlyDictionary<string, string> authParams)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong, in the order in which KEDA finds it.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Whether KEDA's parser breaks down, which replaces all of its errors.</summary>
    public bool Panicked { get; private set; }

    public void Add(string problem) => _problems.Add(problem);

    /// <summary>A parameter of the trigger.</summary>
    public string? Metadata(string name) => Find(metadata, name);

    /// <summary>A parameter of the authentication.</summary>
    public string? Auth(string name) => Find(authParams, name);

    public string Required(string name)
    {
        if (Metadata(name) is { } value)
        {
            return value;
        }

        _problems.Add($"missing required parameter {GoQuote.Quote(name)} in [triggerMetadata]");
        return "";
    }

    public double RequiredNumber(string name)
    {
        var text = Required(name);
        return text.Length == 0 ? 0 : Number(name, text);
    }

    public double OptionalNumber(string name) => Metadata(name) is { } text ? Number(name, text) : 0;

    public bool Bool(string name, bool byDefault)
    {
        if (Metadata(name) is not { } text)
        {
            return byDefault;
        }

        if (GoParse.Bool(text) is { } value)
        {
            return value;
        }

        Refuse(name, text, $"unable to parse boolean value {GoQuote.Quote(text)}: "
            + $"strconv.ParseBool: parsing {GoQuote.Quote(text)}: invalid syntax");
        return byDefault;
    }

    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Metadata(name) is not { } text)
        {
            return map;
        }

        foreach (var item in text.Split(',').Select(part => part.Trim()))
        {
            var parts = item.Split('=');
            if (parts.Length != 2)
            {
                Refuse(name, text, $"expected format key=value, got {GoQuote.Quote(item)}");
                break;
            }

            map[parts[0].Trim()] = parts[1].Trim();
        }

        return map;
    }

    public TimeSpan? Duration(string name)
    {
        if (Metadata(name) is not { } text)
        {
            return null;
        }

        if (GoParse.Duration(text) is { } duration)
        {
            return duration >= TimeSpan.Zero ? duration : Negative(name, text, GoQuote.Quote(text));
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            Refuse(name, text, $"unable to parse duration value {GoQuote.Quote(text)}: "
                + "must be either a duration string (e.g. '30s', '5m') or a number of milliseconds");
            return null;
        }

        return milliseconds < 0
            ? Negative(name, text, FormattableString.Invariant($"{milliseconds} milliseconds"))
            : TimeSpan.FromMilliseconds(Math.Min(milliseconds, TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond));
    }

    private TimeSpan? Negative(string name, string text, string value)
    {
        Refuse(name, text, $"duration cannot be negative: {value}");
        return null;
    }

    private double Number(string name, string text)
    {
        var number = GoJsonNumber.Parse(text, out var error);
        if (error is null)
        {
            return number;
        }

        Panicked |= error == GoJsonNumber.NullPanic;
        Refuse(name, text, $"unable to unmarshal to field type float64: {error}");
        return 0;
    }

    private void Refuse(string name, string value, string reason) =>
        _problems.Add($"unable to set param {GoQuote.Quote(name)} value {GoQuote.Quote(value)}: {reason}");

    private static string? Find(IReadOnlyDictionary<string, string> map, string name) =>
        map.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}

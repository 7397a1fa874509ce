using System.Globalization;
using KedaStack.Scaling.Go;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Keda.Triggers.Config;

/// <summary>
/// Reads a trigger's parameters as KEDA does and collects what is wrong with them (scalersconfig/typed_config.go,
/// KEDA 2.20.2): values without the blanks around them, empty ones missing, unknown ones ignored.
/// </summary>
internal sealed class TypedConfig(TriggerDefinition definition)
{
    private readonly IReadOnlyDictionary<string, string> _metadata = definition.Metadata;
    private readonly IReadOnlyDictionary<string, string> _authParams = definition.AuthParams;
    /// <summary>KEDA's words when its parser breaks down, without the stack that follows.</summary>
    public const string Panic = "failed to parse typed config *reflect.ValueError resulted in panic\n" + GoJsonNumber.NullPanic;

    private readonly List<TriggerFault> _faults = [];
    private string _panicked = "";

    /// <summary>What is wrong, in the order in which KEDA finds it; only that its parser breaks down where it does.</summary>
    public IReadOnlyList<TriggerFault> Faults => Panicked ? [Fault(Panic, _panicked)] : _faults;

    /// <summary>Whether KEDA's parser breaks down, which replaces all of its errors.</summary>
    public bool Panicked => _panicked.Length > 0;

    /// <summary>The metric type of an external trigger; <c>Utilization</c> is refused before.</summary>
    public static MetricTargetType MetricType(TriggerDefinition definition) =>
        definition.MetricType == nameof(MetricTargetType.Value) ? MetricTargetType.Value : MetricTargetType.AverageValue;

    /// <summary>Adds what is wrong.</summary>
    /// <param name="problem">KEDA's words.</param>
    /// <param name="parameter">The parameter; null for none.</param>
    public void Add(string problem, string? parameter = null) => _faults.Add(Fault(problem, parameter));

    /// <summary>What is wrong.</summary>
    /// <param name="problem">KEDA's words.</param>
    /// <param name="parameter">The parameter; null for none.</param>
    public TriggerFault Fault(string problem, string? parameter) =>
        new(problem, parameter is null ? "" : TriggerFault.Parameter(parameter), definition.TriggerIndex);

    /// <summary>A parameter of the trigger.</summary>
    public string? Metadata(string name) => Find(_metadata, name);

    /// <summary>A parameter of the authentication.</summary>
    public string? Auth(string name) => Find(_authParams, name);

    /// <summary>A value of the scale target's environment that the trigger names with <c>FromEnv</c> after the parameter.</summary>
    public string? Env(string name) => _metadata.TryGetValue(name + "FromEnv", out var variable) ? Find(definition.ResolvedEnv, variable) : null;

    /// <summary>Whether the trigger names an authentication whose parameters cannot be seen here.</summary>
    public bool IsAuthenticationElsewhere => !definition.IsAuthenticationKnown;

    /// <summary>
    /// What cannot be seen here but may be there: a parameter of a TriggerAuthentication that was not seen, or of an environment
    /// that was not.
    /// </summary>
    public bool MayBeElsewhere(string name) => !definition.IsAuthenticationKnown
        || (_metadata.TryGetValue(name + "FromEnv", out var variable) && variable.Trim().Length > 0 && definition.ResolvedEnv.Count == 0);

    public string Required(string name)
    {
        if (Metadata(name) is { } value)
        {
            return value;
        }

        Add($"missing required parameter {GoQuote.Quote(name)} in [triggerMetadata]", name);
        return "";
    }

    public double RequiredNumber(string name)
    {
        var text = Required(name);
        return text.Length == 0 ? 0 : Number(name, text);
    }

    public double OptionalNumber(string name) => Metadata(name) is { } text ? Number(name, text) : 0;

    /// <summary>A whole number; the default when it is missing or refused.</summary>
    public long Int64(string name, long byDefault)
    {
        if (Metadata(name) is not { } text)
        {
            return byDefault;
        }

        return ReadInt64(name, text, byDefault);
    }

    public long RequiredInt64(string name)
    {
        var text = Required(name);
        return text.Length == 0 ? 0 : ReadInt64(name, text, 0);
    }

    /// <summary>One of some words; the default when it is missing or refused.</summary>
    public string Choice(string name, string byDefault, params string[] choices)
    {
        var text = Metadata(name) ?? byDefault;
        if (text.Split(',').All(part => choices.Contains(part.Trim(), StringComparer.Ordinal)))
        {
            return text;
        }

        Add($"parameter {GoQuote.Quote(name)} value {GoQuote.Quote(text)} must be one of [{string.Join(' ', choices)}]", name);
        return byDefault;
    }

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

    private long ReadInt64(string name, string text, long byDefault)
    {
        var number = GoJsonNumber.ParseInt64(text, out var error);
        if (error is null)
        {
            return number;
        }

        Unmarshalled(name, text, "int64", error);
        return byDefault;
    }

    private double Number(string name, string text)
    {
        var number = GoJsonNumber.Parse(text, out var error);
        if (error is null)
        {
            return number;
        }

        Unmarshalled(name, text, "float64", error);
        return 0;
    }

    private void Unmarshalled(string name, string text, string type, string error)
    {
        if (error == GoJsonNumber.NullPanic)
        {
            _panicked = name;
        }

        Refuse(name, text, $"unable to unmarshal to field type {type}: {error}");
    }

    private void Refuse(string name, string value, string reason) =>
        Add($"unable to set param {GoQuote.Quote(name)} value {GoQuote.Quote(value)}: {reason}", name);

    private static string? Find(IReadOnlyDictionary<string, string> map, string name) =>
        map.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}

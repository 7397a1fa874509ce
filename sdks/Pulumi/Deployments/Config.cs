using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings of the stack, read from what the engine passes on.</summary>
public sealed class Config
{
    private readonly string _name;

    /// <summary>The settings of one namespace; by default the project's.</summary>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    private delegate bool Parser<T>(string text, out T value);

    /// <summary>The value, or null.</summary>
    public string? Get(string key) => Deployment.Instance.Mocked.Configuration.GetValueOrDefault(FullKey(key));

    /// <summary>The value as a boolean, or null.</summary>
    public bool? GetBoolean(string key) => Parse(key, nameof(Boolean), (string text, out bool value) =>
    {
        value = text == "true";
        return text is "true" or "false";
    });

    /// <summary>The value as an integer, or null.</summary>
    public int? GetInt32(string key) => Parse(key, nameof(Int32), (string text, out int value)
        => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value));

    /// <summary>The value as a number, or null.</summary>
    public double? GetDouble(string key) => Parse(key, nameof(Double), (string text, out double value)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));

    /// <summary>The value from JSON, or null.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key)
    {
        var text = Get(key);
        try
        {
            return text is null ? default : JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException exception)
        {
            throw Invalid(key, text, typeof(T).FullName, exception);
        }
    }

    /// <summary>The value as a secret, or null.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value.</summary>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>The value as a boolean.</summary>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>The value as an integer.</summary>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>The value as a number.</summary>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>The value from JSON.</summary>
    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key) : GetObject<T>(key)!;

    /// <summary>The value as a secret.</summary>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    private T? Parse<T>(string key, string type, Parser<T> parse)
        where T : struct
        => Get(key) is not { } text ? null : parse(text, out var value) ? value : throw Invalid(key, text, type);

    private RunException Invalid(string key, string? text, string? type, Exception? cause = null)
        => new($"Configuration '{FullKey(key)}' value '{text}' is not a valid {type}", cause);

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private string FullKey(string key) => $"{_name}:{key}";
}

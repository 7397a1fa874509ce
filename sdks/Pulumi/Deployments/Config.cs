using System.Globalization;

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

    /// <summary>The value, or null.</summary>
    public string? Get(string key) => Deployment.Instance.Mocked.Configuration.GetValueOrDefault(FullKey(key));

    /// <summary>The value as a boolean, or null.</summary>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw Invalid(key, text, nameof(Boolean)),
    };

    /// <summary>The value as an integer, or null.</summary>
    public int? GetInt32(string key) => Get(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid(key, text, nameof(Int32));

    /// <summary>The value as a secret, or null.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value.</summary>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>The value as a secret.</summary>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    private RunException Invalid(string key, string text, string type)
        => new($"Configuration '{FullKey(key)}' value '{text}' is not a valid {type}");

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private string FullKey(string key) => $"{_name}:{key}";
}

using KedaStack.Scaling.Go;
using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>
/// How a prometheus trigger authenticates itself (pkg/scalers/authentication, Config): the modes and whether their
/// parameters are there. Secrets are not kept.
/// </summary>
public sealed record PrometheusAuth
{
    private const string ModesParameter = "authModes,authMode";

    private static readonly string[] _modes = ["apiKey", "basic", "tls", "bearer", "custom", "oauth"];
    private static readonly string[] _exclusive = ["bearer", "basic", "oauth"];
    private static readonly string[] _methods = ["header", "query"];

    /// <summary>The modes, such as <c>bearer</c>.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Whether a mode is on.</summary>
    /// <param name="mode">The mode.</param>
    public bool IsEnabled(string mode) => Modes.Contains(mode, StringComparer.Ordinal);

    internal static PrometheusAuth Read(TypedConfig config)
    {
        var modes = ReadModes(config);
        var method = config.Metadata("method") ?? config.Auth("method") ?? "header";
        CheckChoice(config, "method", method, _methods);
        var auth = new PrometheusAuth { Modes = modes };
        if (!config.IsAuthenticationElsewhere && auth.Problem(config) is { } problem)
        {
            config.Add(problem, "authModes");
        }

        return auth;
    }

    private static string[] ReadModes(TypedConfig config)
    {
        var text = config.Metadata("authModes") ?? config.Metadata("authMode")
            ?? config.Auth("authModes") ?? config.Auth("authMode");
        if (text is null || !CheckChoice(config, ModesParameter, text, _modes))
        {
            return [];
        }

        var modes = text.Split(',').Select(mode => mode.Trim()).ToArray();
        if (modes.Count(mode => _exclusive.Contains(mode, StringComparer.Ordinal)) > 1)
        {
            config.Add($"parameter {GoQuote.Quote(ModesParameter)} value {GoQuote.Quote(text)} must contain only one of {List(_exclusive)}", "authModes");
            return [];
        }

        return modes;
    }

    private static bool CheckChoice(TypedConfig config, string name, string text, string[] choices)
    {
        if (text.Split(',').All(part => choices.Contains(part.Trim(), StringComparer.Ordinal)))
        {
            return true;
        }

        config.Add($"parameter {GoQuote.Quote(name)} value {GoQuote.Quote(text)} must be one of {List(choices)}", name.Split(',')[0]);
        return false;
    }

    private string? Problem(TypedConfig config)
    {
        string Present(string name) => config.Auth(name) is null ? "<empty>" : "<present>";
        bool Missing(params string[] names) => names.Any(name => config.Auth(name) is null);

        return this switch
        {
            _ when IsEnabled("bearer") && Missing("bearerToken") && Missing("token") =>
                "bearer token=<empty> is required when bearer auth is enabled",
            _ when IsEnabled("basic") && Missing("username") => "username=<empty> is required when basic auth is enabled",
            _ when IsEnabled("tls") && Missing("cert", "key") =>
                $"cert={Present("cert")} and key={Present("key")} are required when tls auth is enabled",
            _ when IsEnabled("oauth") && Missing("oauthTokenURI", "clientID") =>
                $"oauthTokenURI={Present("oauthTokenURI")} and clientID={Present("clientID")} are required when oauth is enabled",
            _ when IsEnabled("custom") && Missing("customAuthHeader", "customAuthValue") =>
                $"customAuthHeader={Present("customAuthHeader")} and customAuthValue={Present("customAuthValue")} "
                + "are required when custom auth is enabled",
            _ when IsEnabled("apiKey") && config.Metadata("apiKey") is null && Missing("apiKey") =>
                "apiKey is required when apiKey auth is enabled",
            _ => null,
        };
    }

    private static string List(string[] items) => $"[{string.Join(' ', items)}]";
}

using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Settings.Parsing.Platform;

/// <summary>Reads and checks a Prometheus of one's own, and how KEDA signs in to it.</summary>
internal static class PrometheusReader
{
    private const string ApiPath = "/api/v1";

    // The certificate of the authority that signed the Prometheus' own. Any Secret may hold it or not: KEDA reads a key that is missing as
    // empty (kedacore/keda, pkg/scaling/resolver, resolveAuthSecret). A trigger that does not sign in is not asked for it
    // (pkg/scalers/prometheus_scaler.go, NewPrometheusScaler: with authModes only).
    private const string AuthorityKey = "ca";

    /// <summary>The Prometheus; null when none is given, and after a problem.</summary>
    /// <param name="reader">The values.</param>
    /// <param name="address">The address; null when none is given.</param>
    /// <param name="cluster">Where the cluster comes from.</param>
    public static OwnPrometheus? Read(SettingsReader reader, string? address, ClusterSource cluster)
    {
        var mode = reader.OptionalWord(SettingKeys.PrometheusAuth, SettingWords.PrometheusAuth);
        var secret = reader.OptionalText(SettingKeys.PrometheusSecret);
        var audience = reader.OptionalText(SettingKeys.PrometheusAudience);
        if (address is not { } text)
        {
            foreach (var key in (string[])[SettingKeys.PrometheusAuth, SettingKeys.PrometheusSecret, SettingKeys.PrometheusAudience])
            {
                if (!reader.IsWrong(key) && reader.OptionalText(key) is { } given)
                {
                    reader.Reject(key, $"has no effect without {SettingKeys.PrometheusUrl}", given, "leave it out: KEDA signs in to a workspace with its identity");
                }
            }

            return null;
        }

        if (Url(reader, text) is not { } url)
        {
            return null;
        }

        var own = new OwnPrometheus(url, new NoAuthentication());
        return own with
        {
            Authentication = Authentication(reader, own, mode ?? (own.IsAzureMonitor ? PrometheusAuthMode.Azure : PrometheusAuthMode.None), secret, audience, cluster),
        };
    }

    private static string? Url(SettingsReader reader, string text)
    {
        const string Key = SettingKeys.PrometheusUrl;
        const string Right = "write its address, such as http://prometheus-operated.monitoring:9090";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            reader.Reject(Key, "is not the address of a Prometheus", text, Right);
        }
        else if (uri.UserInfo.Length > 0)
        {
            reader.RejectQuoted(Key, "has a password in it, which everybody could read", "user information", $"leave it out and write {SettingKeys.PrometheusAuth}: basic with {SettingKeys.PrometheusSecret}");
        }
        else if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            reader.Reject(Key, "has a query behind its path", text, Right);
        }
        else if (uri.AbsolutePath.TrimEnd('/').EndsWith(ApiPath, StringComparison.Ordinal))
        {
            reader.Reject(Key, $"ends with {ApiPath}, which KEDA adds itself", text, $"write {text.TrimEnd('/')[..^ApiPath.Length]}");
        }
        else
        {
            return text.TrimEnd('/');
        }

        return null;
    }

    private static PrometheusAuthentication Authentication(
        SettingsReader reader, OwnPrometheus own, PrometheusAuthMode mode, string? secret, string? audience, ClusterSource cluster)
    {
        if (mode == PrometheusAuthMode.Azure)
        {
            CheckAzure(reader, own, secret, audience, cluster);
            return new AzureAuthentication(audience);
        }

        if (audience is not null)
        {
            reader.Reject(SettingKeys.PrometheusAudience, $"has no effect without {SettingKeys.PrometheusAuth}: azure", audience, "leave it out");
        }

        if (mode == PrometheusAuthMode.None)
        {
            if (secret is not null)
            {
                reader.Reject(SettingKeys.PrometheusSecret, "has no effect without authentication", secret, $"write {SettingKeys.PrometheusAuth}, such as bearer or basic; an authority ({AuthorityKey}) alone is given to KEDA's operator (docs/adopt.md)");
            }

            return new NoAuthentication();
        }

        if (secret is null)
        {
            reader.RejectQuoted(
                SettingKeys.PrometheusSecret, "is missing", $"{SettingKeys.PrometheusAuth} {SettingWords.PrometheusAuth.WordOf(mode)}",
                $"write the name of a Secret with the keys {string.Join(", ", Keys(mode))}, which has to be in the namespace of each workload");
        }
        else if (!KubernetesName.IsSubdomain(secret))
        {
            reader.Reject(
                SettingKeys.PrometheusSecret, secret.Contains('/', StringComparison.Ordinal) ? "names a namespace" : "is not a name for a Secret", secret,
                "write its name only: a TriggerAuthentication reads Secrets of its own namespace");
        }

        return new SecretAuthentication(SettingWords.PrometheusAuth.WordOf(mode), secret ?? "", [AuthorityKey, .. Keys(mode)]);
    }

    private static void CheckAzure(SettingsReader reader, OwnPrometheus own, string? secret, string? audience, ClusterSource cluster)
    {
        if (!own.IsAzureMonitor && audience is null)
        {
            reader.Reject(
                SettingKeys.PrometheusAuth, "would send a token for Azure Monitor to something else", "azure",
                $"write {SettingKeys.PrometheusAudience}, such as api://APP_ID/.default, or another authentication");
        }

        if (cluster is AnyCluster)
        {
            reader.Reject(
                SettingKeys.PrometheusAuth, "needs an AKS cluster, whose tokens an identity of Azure trusts", "azure",
                $"write {SettingKeys.ExistingCluster}, or another authentication");
        }

        if (secret is not null)
        {
            reader.Reject(SettingKeys.PrometheusSecret, $"has no effect with {SettingKeys.PrometheusAuth}: azure", secret, "leave it out");
        }
    }

    // Parameters of KEDA's prometheus scaler (keda.sh, scalers/prometheus).
    private static string[] Keys(PrometheusAuthMode mode) => mode switch
    {
        PrometheusAuthMode.Bearer => ["bearerToken"],
        PrometheusAuthMode.Basic => ["username", "password"],
        PrometheusAuthMode.Tls => ["cert", "key"],
        PrometheusAuthMode.Custom => ["customAuthHeader", "customAuthValue"],
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "It needs no Secret."),
    };
}

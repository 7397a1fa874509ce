using System.Globalization;
using System.Text;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Keda;

/// <summary>The request that KEDA sends for a trigger (prometheus_scaler.go, ExecutePromQuery).</summary>
public static class KedaQuery
{
    private const long Second = 1000;

    /// <summary>The time that a query is evaluated at: now, cut down to whole seconds.</summary>
    /// <param name="nowUnixMilliseconds">Now, since 1970 in UTC.</param>
    public static long EvaluationTime(long nowUnixMilliseconds) =>
        nowUnixMilliseconds - (((nowUnixMilliseconds % Second) + Second) % Second);

    /// <summary>The address with its query string, character by character as KEDA builds it.</summary>
    /// <param name="trigger">The trigger; its namespace is appended unescaped, as KEDA does.</param>
    /// <param name="now">Now.</param>
    public static string Address(PrometheusTrigger trigger, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var address = new StringBuilder($"{trigger.ServerAddress}/api/v1/query?query={Escape(trigger.Query)}&time={time}");
        if (trigger.Namespace.Length > 0)
        {
            address.Append("&namespace=").Append(trigger.Namespace);
        }

        foreach (var (name, value) in trigger.QueryParameters)
        {
            address.Append('&').Append(Escape(name)).Append('=').Append(Escape(value));
        }

        return address.ToString();
    }

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}

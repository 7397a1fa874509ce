using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>Builds triggers and ScaledObjects for tests.</summary>
internal static class KedaCase
{
    private const string Base = "serverAddress=http://localhost:9090;metricName=http_requests_total;threshold=100;query=up";

    public static PrometheusTrigger Trigger { get; } = new()
    {
        ServerAddress = "http://localhost:9090",
        Query = "sum(rate(x[2m]))",
        Threshold = 10,
    };

    /// <summary>Pairs such as <c>threshold=100;query=up</c>; BASE stands for upstream's usual ones.</summary>
    public static Dictionary<string, string> Pairs(string cell) => cell
        .Replace("BASE", Base, StringComparison.Ordinal)
        .Replace(@"\n", "\n", StringComparison.Ordinal)
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    public static TriggerReading Read(string metadata, string auth = "", string identity = "") =>
        TriggerReader.Read(new TriggerDefinition
        {
            Metadata = Pairs(metadata),
            AuthParams = Pairs(auth),
            PodIdentityProvider = identity,
        });

    public static PrometheusTrigger ReadTrigger(string metadata) => (PrometheusTrigger)Read(metadata).Trigger!;

    public static ScaledObject Object(int? min = null, int? max = null, int? idle = null) => new()
    {
        Name = "app",
        Namespace = "default",
        MinReplicaCount = min,
        MaxReplicaCount = max,
        IdleReplicaCount = idle,
        Triggers = [Trigger],
    };
}

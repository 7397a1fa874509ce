using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers.Azure;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The tables of KEDA's tests of the cron, cpu, memory, storage queue, service bus and event hub scalers.</summary>
public sealed class TriggerUpstreamTests
{
    private const string Metadata = "trigger_metadata.txt";
    private const string Values = "trigger_values.txt";
    private const string Hub = "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=key";

    public static TheoryData<string> MetadataCases => UpstreamTable.Names(Metadata);

    public static TheoryData<string> ValueCases => UpstreamTable.Names(Values);

    [Theory]
    [MemberData(nameof(MetadataCases))]
    public void Read_UpstreamMetadata_SameErrorOrName(string name)
    {
        var row = UpstreamTable.Case(Metadata, name);
        var metric = row["metric"];
        var reading = TriggerReader.Read(new TriggerDefinition
        {
            Type = row["type"],
            MetricType = row.Has("metric type") ? row["metric type"] : "",
            Metadata = row["metadata"] == "none" ? [] : KedaCase.Pairs(row["metadata"]),
            ResolvedEnv = Environment(row["env"]),
            AuthParams = row.Has("auth") ? KedaCase.Pairs(row["auth"]) : [],
            PodIdentityProvider = row.Has("identity") ? row["identity"] : "",
            TriggerIndex = metric.Length > 1 && metric[0] == 's' ? metric[1] - '0' : 0,
        });

        Assert.Equal(row.Has("error") ? row["error"].Replace(@"\n", "\n", StringComparison.Ordinal) : null, reading.Error);
        Assert.Equal(reading.Error is null, reading.Trigger is not null);
        if (row.Has("metric"))
        {
            Assert.Equal(metric, reading.Trigger!.ToMetric("app").Name);
        }
    }

    [Theory]
    [MemberData(nameof(ValueCases))]
    public void Value_UpstreamSource_SameValue(string name)
    {
        var row = UpstreamTable.Case(Values, name);
        var parts = row["input"].Split(' ', '/');
        var value = row["kind"] switch
        {
            "cron" => (long)Cron(parts[0]).Read(DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture)).Value,
            "queue" => new AzureQueueTrigger { QueueName = "q", IsVisibleOnly = parts[0] == "visibleonly" }.Value(Number(parts[1]), Number(parts[2])),
            "hub-partition" => new AzureEventHubTrigger()
                .UnprocessedEvents(Number(parts[1]), Number(parts[2]), parts[0] == "-" ? null : Number(parts[0])),
            "hub-total" => new AzureEventHubTrigger { UnprocessedEventThreshold = Number(parts[2]) }
                .Value(Number(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture)),
            _ => throw new InvalidDataException(row["kind"]),
        };

        Assert.Equal(Number(row["value"]), value);
    }

    [Fact]
    public void ContainerTrigger_Upstream_IsContainerResource()
    {
        var row = UpstreamTable.Case(Metadata, "TestGetContainerMetricSpecForScaling");
        var metric = Assert.IsType<ResourceMetricSource>(
            TriggerReader.Read(new TriggerDefinition { Type = "cpu", MetricType = "Utilization", Metadata = KedaCase.Pairs(row["metadata"]) }).Trigger!.ToMetric("app"));

        Assert.Equal(("ContainerResource", "foo", MetricTargetType.Utilization), (metric.Type, metric.Container, metric.TargetType));
    }

    [Fact]
    public void UpstreamFiles_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("trigger_scalers.all.txt"),
        UpstreamTable.Load(Metadata).Concat(UpstreamTable.Load(Values)),
        UpstreamTable.Load("trigger_scalers.not-applicable.txt"));

    private static CronTrigger Cron(string name) => (CronTrigger)TriggerReader.Read(new TriggerDefinition
    {
        Type = "cron",
        Metadata = new Dictionary<string, string>
        {
            ["timezone"] = "Etc/UTC",
            ["start"] = name == "Thu" ? "0 0 * * Thu" : "0 */2 * * *",
            ["end"] = name == "Thu" ? "59 23 * * Thu" : "0 1-23/2 * * *",
            ["desiredReplicas"] = "10",
        },
    }).Trigger!;

    private static Dictionary<string, string> Environment(string name) => name switch
    {
        "-" => [],
        "hubs" => new Dictionary<string, string>
        {
            ["storage"] = "none",
            ["hub"] = Hub + ";EntityPath=hub",
            ["hub-with-lower-path"] = Hub + ";entitypath=hub",
            ["hub-without-path"] = Hub + ";",
            ["hub-called-path"] = Hub.Replace("//ns", "//EntityPath", StringComparison.Ordinal),
        },
        _ => new Dictionary<string, string> { [name] = "SAMPLE" },
    };

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

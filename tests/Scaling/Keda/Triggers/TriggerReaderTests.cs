using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Azure;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Tests.Scaling.Keda.Triggers;

public sealed class TriggerReaderTests
{
    [Theory]
    [InlineData("5.0", "json: cannot unmarshal number 5.0 into Go value of type int64")]
    [InlineData("1e2", "json: cannot unmarshal number 1e2 into Go value of type int64")]
    [InlineData("+5", "invalid character '+' looking for beginning of value")]
    [InlineData("05", "invalid character '5' after top-level value")]
    [InlineData("5 %", "invalid character '%' after top-level value")]
    [InlineData("true", "json: cannot unmarshal bool into Go value of type int64")]
    [InlineData("9223372036854775808", "json: cannot unmarshal number 9223372036854775808 into Go value of type int64")]
    public void Rejects_WholeNumber(string text, string reason) => Assert.Equal(
        [$"unable to set param \"queueLength\" value \"{text}\": unable to unmarshal to field type int64: {reason}"],
        Read("azure-queue", $"queueName=q;connection=c;queueLength={text}").Problems);

    [Theory]
    [InlineData("Utilization", "50", "50", "Resource")]
    [InlineData("AverageValue", "200Mi", "200Mi", "Resource")]
    [InlineData("AverageValue", "250m", "250m", "Resource")]
    public void Reads_ResourceTrigger(string metricType, string value, string target, string type)
    {
        var metric = Read("memory", $"value={value}", metricType).Trigger!.ToMetric("app");

        Assert.Equal((target, type, metricType), (metric.Target.ToString(), metric.Type, metric.TargetType.ToString()));
    }

    [Theory]
    [InlineData("", "value=50", "error parsing cpu metadata: unknown metric type: , allowed values are 'Utilization' or 'AverageValue'")]
    [InlineData("Utilization", "value=50%", "error parsing cpu metadata: strconv.ParseInt: parsing \"50%\": invalid syntax")]
    [InlineData("Utilization", "value=99999999999", "error parsing cpu metadata: strconv.ParseInt: parsing \"99999999999\": value out of range")]
    [InlineData("Utilization", "value=50;type=Utilization", "error parsing cpu metadata: scaler cpu info: The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.")]
    public void Rejects_ResourceTrigger(string metricType, string metadata, string error) =>
        Assert.Equal(error, Read("cpu", metadata, metricType).Error);

    [Theory]
    [InlineData(17, MetricTargetType.Utilization)]
    [InlineData(18, null)]
    public void Reads_TypeOfResourceTrigger_UpTo217(int minor, MetricTargetType? expected) => Assert.Equal(
        expected, TriggerReader.Read(Definition("cpu", "value=50;type=Utilization", ""), KedaSemantics.ForVersion(minor)).Trigger?.MetricType);

    [Theory]
    [InlineData(19, "s0-cron-UTC-0,30xxxx-15xxxx")]
    [InlineData(20, "s0-cron-UTC-0Cm30xxxx-15xxxx")]
    public void Reads_CommasOfCron_AreReplacedFrom220(int minor, string expected) => Assert.Equal(
        expected,
        TriggerReader.Read(
            Definition("cron", "timezone=UTC;start=0,30 * * * *;end=15 * * * *;desiredReplicas=2", ""), KedaSemantics.ForVersion(minor, 0)).Trigger!.MetricName);

    [Theory]
    [InlineData("kafka", "bootstrapServers=k:9092;consumerGroup=g;topic=t;lagThreshold=50;activationLagThreshold=3", "50", 3)]
    [InlineData("kafka", "topic=t", "10", 0)]
    [InlineData("redis", "listName=l;listLength=7", "7", 0)]
    [InlineData("metrics-api", "url=u;valueLocation=a.b;targetValue=2.5;activationTargetValue=0.5", "2500m", 0.5)]
    public void Reads_OtherTrigger_ItsTarget(string type, string metadata, string target, double activation)
    {
        var trigger = Assert.IsType<OtherTrigger>(Read(type, metadata).Trigger);

        Assert.Equal((target, activation), (trigger.ToMetric("app").Target.ToString(), trigger.ActivationValue));
        Assert.Equal(KedaCase.Pairs(metadata), trigger.Metadata);
    }

    [Theory]
    [InlineData("metrics-api", "url=u", "missing required parameter \"targetValue\" in [triggerMetadata]")]
    [InlineData("something", "a=b", "the target of a something trigger is not known here")]
    [InlineData("kafka", "lagThreshold=1.5", "unable to set param \"lagThreshold\" value \"1.5\": unable to unmarshal to field type int64: json: cannot unmarshal number 1.5 into Go value of type int64")]
    public void Rejects_OtherTrigger_WithoutTarget(string type, string metadata, string problem) =>
        Assert.Equal([problem], Read(type, metadata).Problems);

    [Fact]
    public void Reads_OtherTrigger_WithGivenTarget() => Assert.Equal(
        "12500m", TriggerReader.Read(Definition("something", "a=b", "") with { Target = 12.5 }).Trigger!.ToMetric("app").Target.ToString());

    [Fact]
    public void Reads_WhatOnlyTheAuthenticationCanHold_AsThere()
    {
        var definition = Definition("azure-queue", "queueName=q", "");

        Assert.Equal("error parsing azure queue metadata: no connection setting given", TriggerReader.Read(definition).Error);
        Assert.Null(TriggerReader.Read(definition with { IsAuthenticationKnown = false }).Error);
    }

    [Fact]
    public void ProblemsOfAll_CachedCronAndEqualNames_AreSaidOfTheirFields() => Assert.Equal(
        [
            new("property \"useCachedMetrics\" is not supported for \"cron\" scaler", "useCachedMetrics", 0),
            new("triggerName \"a\" is defined multiple times in the ScaledObject/ScaledJob, but it must be unique", "name", 1),
        ],
        TriggerReader.ProblemsOfAll(
        [
            Definition("cron", "a=b", "") with { UseCachedMetrics = true, Name = "a" },
            Definition("prometheus", "a=b", "") with { UseCachedMetrics = true, Name = "a", TriggerIndex = 1 },
        ]));

    [Theory]
    [InlineData("azure-queue", "queueLength=many;queueName=q;connection=c", "metadata.queueLength")]
    [InlineData("azure-queue", "queueLength=null;queueName=q;connection=c", "metadata.queueLength")]
    [InlineData("azure-queue", "connection=c", "metadata.queueName")]
    [InlineData("azure-queue", "queueName=q", "metadata.connectionFromEnv")]
    [InlineData("azure-queue", "queueName=q;connection=c;queueLengthStrategy=some", "metadata.queueLengthStrategy")]
    [InlineData("azure-queue", "queueName=q;connection=c;cloud=Moon", "metadata.cloud")]
    [InlineData("azure-queue", "queueName=q;connection=c;cloud=Private", "metadata.endpointSuffix")]
    [InlineData("azure-servicebus", "queueName=q;topicName=t", "metadata.topicName")]
    [InlineData("azure-servicebus", "topicName=t", "metadata.subscriptionName")]
    [InlineData("azure-servicebus", "messageCount=5", "")]
    [InlineData("azure-eventhub", "unprocessedEventThreshold=0", "metadata.unprocessedEventThreshold")]
    [InlineData("azure-eventhub", "blobContainer=c", "metadata.storageConnectionFromEnv")]
    [InlineData("cron", "timezone=Etc/UTC;start=0 8 * * 7;end=0 18 * * *;desiredReplicas=5", "metadata.start")]
    [InlineData("cron", "timezone=Etc/UTC;start=0 8 * * *;end=0 18 * *;desiredReplicas=5", "metadata.end")]
    [InlineData("cron", "timezone=Etc/UTC;start=0 8 * * *;end=0 18 * * *;desiredReplicas=0", "metadata.desiredReplicas")]
    [InlineData("cpu", "value=60", "metricType")]
    [InlineData("cpu", "type=Utilization;value=60", "metadata.type")]
    [InlineData("prometheus", "serverAddress=http://p;query=q", "metadata.threshold")]
    [InlineData("prometheus", "serverAddress=http://p;query=q;threshold=1;authModes=magic", "metadata.authModes")]
    [InlineData("prometheus", "serverAddress=http://p;query=q;threshold=1;authModes=bearer", "metadata.authModes")]
    [InlineData("kafka", "lagThreshold=ten", "metadata.lagThreshold")]
    public void Faults_OfATrigger_NameTheField(string type, string metadata, string field) =>
        Assert.Equal(field, Assert.Single(Read(type, metadata).Faults).Field);

    [Theory]
    [InlineData(64, 4, 256, 4)]
    [InlineData(64, 4, 257, 5)]
    [InlineData(64, 4, 319, 5)]
    [InlineData(64, 4, 320, 4)]
    [InlineData(5, 20, 100, 20)]
    [InlineData(5, 20, 101, 21)]
    [InlineData(5, 20, 104, 21)]
    [InlineData(5, 20, 105, 20)]
    public void EventHub_Value_GivesOneReplicaTooManyAtMost(long threshold, int partitions, long events, int replicas)
    {
        var trigger = new AzureEventHubTrigger { UnprocessedEventThreshold = threshold };

        Assert.Equal(replicas, Math.Ceiling(trigger.Value(events, partitions) / (double)threshold));
    }

    [Theory]
    [InlineData(0L, -1L, null, 0L)]
    [InlineData(5L, 9L, null, 5L)]
    [InlineData(0L, 150L, 100L, 50L)]
    [InlineData(0L, 10L, long.MaxValue - 15, 25L)]
    [InlineData(0L, 95L, 100L, 0L)]
    public void EventHub_Partition_CountsWhatIsUnread(long first, long last, long? checkpoint, long expected) =>
        Assert.Equal(expected, new AzureEventHubTrigger().UnprocessedEvents(first, last, checkpoint));

    [Fact]
    public void EventHub_TotalBeyond64Bits_IsTheGreatestNumber() => Assert.Equal(long.MaxValue, AzureEventHubTrigger.Total([long.MaxValue - 10, 20]));

    [Theory]
    [InlineData("sum", 10)]
    [InlineData("max", 7)]
    [InlineData("avg", 3)]
    public void ServiceBus_SeveralQueues_AreOneValue(string operation, long expected) =>
        Assert.Equal(expected, new AzureServiceBusTrigger { Operation = operation }.Value([1, 7, 2]));

    private static TriggerReading Read(string type, string metadata, string metricType = "") =>
        TriggerReader.Read(Definition(type, metadata, metricType));

    private static TriggerDefinition Definition(string type, string metadata, string metricType) =>
        new() { Type = type, Metadata = KedaCase.Pairs(metadata), MetricType = metricType };
}

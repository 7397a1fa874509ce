using KedaStack.Checks.Rules;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Tests.Checks.Files.Versions;

/// <summary>The scalers that each version of KEDA has, and what all of them read.</summary>
public sealed class ScalerVersionTests
{
    [Theory]
    [InlineData("loki", 9)]
    [InlineData("apache-kafka", 12)]
    [InlineData("splunk", 15)]
    [InlineData("temporal", 17)]
    [InlineData("solace-direct-messaging", 18)]
    [InlineData("kubernetes-resource", 19)]
    [InlineData("opensearch", 20)]
    [InlineData("clickhouse", 21)]
    public void Scaler_OfAVersion_IsNotFoundBeforeIt(string type, int minor)
    {
        var before = Assert.Single(Refused(Triggers(type), minor - 1));

        Assert.Equal(("spec.triggers[0].type", $"no scaler found for type: {type}", $"KEDA from 2.{minor} on"), (before.Path, before.Found, before.Expected));
        Assert.DoesNotContain(Refused(Triggers(type), minor), one => one.Path == "spec.triggers[0].type");
    }

    [Fact]
    public void Scaler_ThatWasTakenOut_IsFoundUpToThen()
    {
        Assert.DoesNotContain(Refused(Triggers("stan"), 18), one => one.Path == "spec.triggers[0].type");
        Assert.Equal("another scaler: KEDA 2.19 took it out", Assert.Single(Findings(Triggers("stan"), 19), one => one.Path == "spec.triggers[0].type" && one.Found.StartsWith("no scaler", StringComparison.Ordinal)).Expected);
    }

    [Theory]
    [InlineData("solace-event-queue")]
    [InlineData("nats-jetstream")]
    [InlineData("redis-sentinel-streams")]
    [InlineData("external-mock")]
    public void Scaler_OfToday_IsFound(string type) => Assert.DoesNotContain(Refused(Triggers(type), 21), one => one.Path == "spec.triggers[0].type");

    [Theory]
    [InlineData("rabbitmq", "queueName")]
    [InlineData("redis", "listName")]
    [InlineData("mysql", "query")]
    [InlineData("loki", "serverAddress")]
    [InlineData("metrics-api", "valueLocation")]
    public void Parameter_ThatIsRequired_IsMissed(string type, string parameter)
    {
        var scaler = Scaler.ByType[type];
        var complete = string.Join(", ", scaler.Required.Select(one => $"{one}: a"));

        Assert.Contains(parameter, scaler.Required);
        Assert.Empty(Refused(Triggers(type, complete), 21));
        var finding = Assert.Single(Refused(Triggers(type, string.Join(", ", scaler.Required.Where(one => one != parameter).Select(one => $"{one}: a"))), 21));
        Assert.Equal(($"spec.triggers[0].metadata.{parameter}", $"missing required parameter \"{parameter}\" in [triggerMetadata]", "a value"), (finding.Path, finding.Found, finding.Expected));
        Assert.Equal(scaler.Required.Count, Refused(Triggers(type, string.Join(", ", scaler.Required.Select(one => $"{one}: \" \""))), 21).Count);
    }

    [Theory]
    [InlineData("kafka", "activationLagTreshold", "activationLagThreshold, if that is what is meant")]
    [InlineData("kafka", "lagthreshold", "lagThreshold, if that is what is meant")]
    [InlineData("rabbitmq", "vHostName", "vhostName, if that is what is meant")]
    [InlineData("rabbitmq", "metricType", "metricType beside metadata, not in it")]
    [InlineData("redis", "passwordFromENV", "passwordFromEnv, if that is what is meant")]
    [InlineData("cassandra", "metricName", "no metricName: KEDA names the metric itself")]
    public void Parameter_ThatIsNearlyOne_IsNamedWithIt(string type, string key, string expected)
    {
        var yaml = Triggers(type, $"{key}: \"1\"");

        var finding = Assert.Single(Findings(yaml, 21), one => one.Check.Id == "trigger-metadata-unknown");
        Assert.Equal(($"spec.triggers[0].metadata.{key}", expected), (finding.Path, finding.Expected));
    }

    [Theory]
    [InlineData("kafka", "sasl")]
    [InlineData("kafka", "topicFromEnv")]
    [InlineData("kafka", "somethingElse")]
    [InlineData("aws-cloudwatch", "metricName")]
    [InlineData("arangodb", "authModes")]
    [InlineData("external", "scalerAdress")]
    [InlineData("external-push", "metricName")]
    public void Parameter_OfOtherScalers_IsNotHeldAgainstThem(string type, string key) =>
        Assert.DoesNotContain(Findings(Triggers(type, $"{key}: plaintext"), 21), one => one.Check.Id is "trigger-metadata-unknown" or "secret-in-trigger");

    [Fact]
    public void Table_Always_HasEachScalerOfTheModelAndParametersOfItsTargets()
    {
        Assert.All(ScalerParameters.ByType.Keys, type => Assert.Contains(type, Scaler.ByType.Keys));
        Assert.All(ScalerTarget.ByType.Where(one => Scaler.ByType[one.Key].Parameters.Count > 0), one => Assert.Contains(one.Value.Key, Scaler.ByType[one.Key].Parameters));
        Assert.All(Scaler.ByType.Values, one => Assert.All(one.Required, parameter => Assert.Contains(parameter, one.Parameters)));
    }

    private static string Triggers(string type, string metadata = "") =>
        App.Yaml[..(App.Yaml.IndexOf("  triggers:\n", StringComparison.Ordinal) + "  triggers:\n".Length)] + $"  - {{type: {type}, metadata: {{{metadata}}}}}\n";

    private static IReadOnlyList<Finding> Refused(string yaml, int minor) => [.. Findings(yaml, minor).Where(one => one.Check.Id == "trigger-refused")];

    private static IReadOnlyList<Finding> Findings(string yaml, int minor) =>
        CheckedFiles.Report(yaml, CheckedFiles.Facts with { Keda = new KedaVersion(2, minor, 0) }).Findings;
}

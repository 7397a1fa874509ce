using System.Text.Json.Nodes;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>The webhook's warnings as a real KEDA 2.21.0 gave them.</summary>
public sealed class AdmissionWarningsTests
{
    private const string Recording = "recordings/doctor/k1.37-keda2.21/_webhook.json";
    private const string Prefix = "299 - ";

    [SharedFact(Recording)]
    public void Warnings_OfEveryRecordedScaledObject_AreTheSame()
    {
        var recorded = JsonNode.Parse(File.ReadAllText(SharedFolder.PathOf(Recording)))!.AsArray()
            .Select(one => one!.AsObject())
            .Where(one => (string?)one["object"]!["kind"] == "ScaledObject" && (int)one["status"]! == 201)
            .ToList();

        Assert.True(recorded.Count > 30);
        Assert.All(recorded, one => Assert.Equal(Recorded(one), Modelled(one["object"]!["spec"]!)));
    }

    [Theory]
    [InlineData(19, AdmissionWarnings.None)]
    [InlineData(20, AdmissionWarnings.OnlyIdleZeroCounts)]
    [InlineData(21, AdmissionWarnings.AnyIdleCounts)]
    public void Warnings_OfAVersion_AreItsOwn(int minor, AdmissionWarnings expected) =>
        Assert.Equal(expected, KedaSemantics.ForVersion(minor, 0).Warnings);

    // No recording has this one: kedacore/keda 8b4f083ca, apis/keda/v1alpha1/scaledobject_webhook.go.
    [Fact]
    public void Cooldown_Of221_IsWordForWordTheWebhooks() => Assert.Equal(
        "CooldownPeriod is configured but is not relevant. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount is set",
        ScaledObjectWarnings.OfCooldownPeriod(AdmissionWarnings.AnyIdleCounts, 1, null));

    private static string? Recorded(JsonObject one) =>
        (string?)one["warning"] is { } header ? header[(header.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..].Trim('"') : null;

    // No recorded object has both a cooldown period and a minimum above 0, so that there is one warning at most.
    private static string? Modelled(JsonNode spec)
    {
        var (min, idle) = ((int?)spec["minReplicaCount"], (int?)spec["idleReplicaCount"]);
        var cached = spec["triggers"]!.AsArray().Any(trigger => (bool?)trigger!["useCachedMetrics"] == true);
        var polling = spec["pollingInterval"] is null
            ? null
            : ScaledObjectWarnings.OfPollingInterval(AdmissionWarnings.AnyIdleCounts, min, idle, cached);
        var cooldown = spec["cooldownPeriod"] is null
            ? null
            : ScaledObjectWarnings.OfCooldownPeriod(AdmissionWarnings.AnyIdleCounts, min, idle);
        Assert.True(polling is null || cooldown is null);
        return polling ?? cooldown;
    }
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks;

/// <summary>The two settings without effect, and what KEDA's webhook says of them.</summary>
public sealed class AdmissionWordsTests
{
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Polling = "polling-without-effect";
    private const string Cooldown = "cooldown-without-effect";

    [Theory]
    [InlineData("2.19.0", null, null)]
    [InlineData("2.20.0", "idleReplicaCount = 0 or useCachedMetrics is enabled", "idleReplicaCount = 0")]
    [InlineData("2.20.2", "idleReplicaCount = 0 or useCachedMetrics is enabled", "idleReplicaCount = 0")]
    [InlineData("2.21.0", "status conditions and events", "idleReplicaCount is set")]
    [InlineData("2.22.0", "status conditions and events", "idleReplicaCount is set")]
    public void Found_OfAVersion_EndsWithItsWords(string version, string? polling, string? cooldown)
    {
        var stack = PreviewedStacks.Preview($"kedaChartVersion={version}");

        Assert.EndsWith(polling ?? "minReplicaCount 1", Find(stack, Polling)!.Found, StringComparison.Ordinal);
        Assert.EndsWith(cooldown ?? "minReplicaCount 1", Find(stack, Cooldown)!.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Found_WithAFallback_IsTheWebhooksWarningAlone()
    {
        var finding = Find(Changed("2.20.2", "spec.fallback.replicas", 3), Polling)!;

        Assert.Contains("PollingInterval is configured but is not relevant.", finding.Found, StringComparison.Ordinal);
        Assert.StartsWith("the same: it acts where a fallback counts failing polls", finding.Expected, StringComparison.Ordinal);
        Assert.Null(Find(Changed("2.19.0", "spec.fallback.replicas", 3), Polling));
    }

    [Fact]
    public void Found_WithCachedMetrics_IsTheCooldownOnly()
    {
        var stack = Changed("2.20.2", "spec.triggers[0].useCachedMetrics", true);

        Assert.Null(Find(stack, Polling));
        Assert.NotNull(Find(stack, Cooldown));
    }

    [Fact]
    public void Found_WithoutThePeriods_IsNothing()
    {
        var stack = PreviewedStacks.Of(PreviewedStacks.Default).Without(ScaledObject, "spec.pollingInterval").Without(ScaledObject, "spec.cooldownPeriod");

        Assert.Null(Find(stack, Polling));
        Assert.Null(Find(stack, Cooldown));
    }

    [Theory]
    [InlineData("2.20.2", 1, true)]
    [InlineData("2.20.2", 0, false)]
    [InlineData("2.21.0", 1, false)]
    [InlineData("2.21.0", 0, false)]
    public void Found_WithAnIdleCount_IsWhatTheVersionTakesForNone(string version, int idle, bool warns)
    {
        var stack = Changed(version, "spec.idleReplicaCount", idle).With(ScaledObject, "spec.minReplicaCount", 2);

        Assert.Equal(warns, Find(stack, Polling) is not null);
        Assert.Equal(warns, Find(stack, Cooldown) is not null);
    }

    private static ResourceGraph Changed(string version, string path, System.Text.Json.Nodes.JsonNode value) =>
        PreviewedStacks.Preview($"kedaChartVersion={version}").With(ScaledObject, path, value);

    private static Finding? Find(ResourceGraph stack, string id) => CheckedStack.Report(stack).Findings.SingleOrDefault(finding => finding.Check.Id == id);
}

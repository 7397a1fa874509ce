using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Keda;

/// <summary>Helm ignores a value that the chart does not have, so that only a list of them notices.</summary>
public sealed class ChartValueFactsTests
{
    [Fact]
    public async Task Values_OfTheStack_AreValuesOfTheChart() => Assert.Empty(ChartValueFacts.Violations(await ValuesAsync()));

    [Theory]
    [InlineData("operator.replicas", "3", "operator.replicas: is not a value of the chart")]
    [InlineData("operator.replicaCount", "\"two\"", null)]
    [InlineData("operator.replicaCount", "true", "operator.replicaCount: is no number as its default is")]
    [InlineData("podIdentity.azureWorkload.enabled", "\"true\"", "podIdentity.azureWorkload.enabled: is no boolean as its default is")]
    [InlineData("topologySpreadConstraints.operator", "{}", "topologySpreadConstraints.operator: is no list as its default is")]
    [InlineData("topologySpreadConstraints.metricServer", "[]", "topologySpreadConstraints.metricServer: is not a value of the chart")]
    [InlineData("resources.metricsServer.limits.cpu", "1", "resources.metricsServer.limits.cpu: is not a value of the chart")]
    [InlineData("podDisruptionBudget.operator.maxUnavailable", "2", null)]
    public async Task Values_Spoilt_AreNamed(string path, string json, string? violation)
    {
        var values = await ValuesAsync();
        var steps = path.Split('.');
        var place = steps[..^1].Aggregate(values, (map, step) =>
        {
            map[step] ??= new JsonObject();
            return map[step]!.AsObject();
        });
        place[steps[^1]] = JsonNode.Parse(json);

        var violations = ChartValueFacts.Violations(values).ToList();

        Assert.Equal(violation is null ? 0 : 1, violations.Count);
        Assert.All(violations, found => Assert.Equal(violation, found));
    }

    /// <summary>Another default version needs its values here.</summary>
    [Fact]
    public void File_Always_IsOfTheChartThatIsTheDefault() => Assert.Equal(
        ChartValueFacts.File, $"tests/Infra/Keda/keda-chart-values-{SettingsCatalogue.Find(SettingKeys.KedaChartVersion)!.Default}.txt");

    [SharedFact("keda-chart-values-2.20.2.txt")]
    public void File_BesideTheReferenceData_IsTheSame() => Assert.Equal(
        File.ReadAllText(SharedFolder.PathOf("keda-chart-values-2.20.2.txt")), RepositoryRoot.Read(ChartValueFacts.File));

    private static async Task<JsonObject> ValuesAsync() => (JsonObject)(await Stacks.Helm)["Release keda"].At("values")!.DeepClone();
}

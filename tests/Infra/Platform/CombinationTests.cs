using KedaStack.Tests.Infra.AzureTypes;
using KedaStack.Tests.Infra.CustomResources;
using KedaStack.Tests.ScenarioTests;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Platform;

/// <summary>Every cluster with every KEDA and every metrics: wired as the file says, and within the types of Azure and the definitions of its objects.</summary>
public sealed class CombinationTests
{
    private const string Expected = "tests/Infra/Platform/wirings.txt";

    [Fact]
    public async Task Combinations_All_AreWiredOrRefusedAsWritten()
    {
        var runs = (await Combination.RunsAsync()).ToDictionary(one => one.Combination, one => one.Run);
        var text = string.Concat(Combination.All.Select(combination =>
            $"{combination}\n{string.Concat(Lines(combination, runs).Select(line => $"  {line}\n"))}\n"));
        if (Environment.GetEnvironmentVariable(Scenario.Switch) == "write")
        {
            File.WriteAllText(RepositoryRoot.PathOf(Expected), text);
        }

        Assert.Equal(RepositoryRoot.Read(Expected), text);
    }

    [Fact]
    public async Task AzureResources_OfEveryCombination_FitTheirTypes() => Assert.Empty(
        (from one in await Combination.RunsAsync()
         from resource in one.Run.Resources
         where resource.IsAzure
         from violation in OfficialTypes.Violations(resource.Type, resource.Inputs)
         where KnownGaps.Find(new AzureResource(resource.Label, resource.Type, resource.Inputs), violation) is null
         select $"{one.Combination}: {resource.Label} {violation}").Distinct());

    [SharedFact("crds")]
    public async Task CustomResources_OfEveryCombination_FitTheirDefinitions()
    {
        var checkedKinds = new HashSet<string>();
        foreach (var (combination, run) in await Combination.RunsAsync())
        {
            foreach (var resource in run.Resources.Where(resource => KnownDefinitions.Find(resource.Type) is not null))
            {
                checkedKinds.Add(resource.Type);
                Assert.True(KnownDefinitions.Find(resource.Type)!.Validate(resource.Inputs) is [], $"{combination}: {resource.Label}");
            }
        }

        Assert.Equal(
            [
                "kubernetes:azmonitoring.coreos.com/v1:PodMonitor",
                "kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor",
                "kubernetes:keda.sh/v1alpha1:ScaledObject",
                "kubernetes:keda.sh/v1alpha1:TriggerAuthentication",
                "kubernetes:monitoring.coreos.com/v1:PodMonitor",
                "kubernetes:monitoring.coreos.com/v1:ServiceMonitor",
            ],
            checkedKinds.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(Combination combination, Dictionary<Combination, Running.StackRun> runs) =>
        runs.TryGetValue(combination, out var run) ? Wiring.Sentences(run) : combination.Parse().Problems.Select(problem => $"Refused: {problem}");
}

using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Preview;

/// <summary>The effects of changes in <c>kedastack preview --diff</c>, with the real stack before and after.</summary>
public sealed class RefusedChangesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("kedaInstallation=helm", "kedaInstallation=addon", "REFUSED: workloadAutoScalerProfile.keda.enabled changes from none to true: AKS refuses its add-on")]
    [InlineData("kedaInstallation=helm", "kedaInstallation=addon", "REFUSED: keda is removed: AKS refuses its add-on")]
    [InlineData("kedaInstallation=addon", "kedaInstallation=helm", "REFUSED: workloadAutoScalerProfile.keda.enabled changes from true to none: the chart cannot take over")]
    [InlineData("kedaNamespace=keda", "kedaNamespace=scaling", "REFUSED: keda is replaced: a second release cannot own")]
    [InlineData("monitorLocation=eastus", "monitorLocation=westeurope", "REFUSED: workspace is replaced, which deletes the metrics")]
    [InlineData("location=eastus", "location=westus", "REFUSED: aks is replaced, which deletes the cluster and everything in it")]
    [InlineData("namePrefix=one", "namePrefix=other", "REFUSED: workspace is replaced, which deletes the metrics")]
    [InlineData("nodeVmSize=Standard_D2s_v5", "nodeVmSize=Standard_D4s_v5", "~ agentPoolProfiles[0].vmSize: \"Standard_D2s_v5\" -> \"Standard_D4s_v5\"  (refused)")]
    [InlineData("zones=1", "zones=2", "REFUSED: agentPoolProfiles[0].availabilityZones changes from [\"1\"] to [\"2\"]: Azure cannot change the availability zones")]
    [InlineData("zones=1", "zones=2", "  (refused)")]
    [InlineData("access=entra", "access=localAccounts", "REFUSED: aadProfile changes from {")]
    [InlineData("nodeCountMin=2", "nodeCountMin=3", "run `az aks nodepool update --resource-group kedastack-dev --cluster-name kedastack-dev --name system --update-cluster-autoscaler --min-count 3 --max-count 4` first")]
    public async Task Diff_OfWhatIsRefused_SaysSoWritesTheRestAndExitsWith2(string earlier, string present, string line)
    {
        var run = await DiffAsync(earlier, present, "--config", "threshold=20");

        Assert.Equal(ExitCodes.CheckFailed, run.ExitCode);
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
        Assert.Contains("spec.triggers[0].metadata.threshold: \"10\" -> \"20\"", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\AStack dev: \d+ refused, ", run.Output);
    }

    [Theory]
    [InlineData("monitorLocation=eastus", "monitorLocation=westeurope", "workspace", "\n    deletes the metrics, up to 18 months of them\n")]
    [InlineData("location=eastus", "location=westus", "workspace,cluster", "\n    deletes the cluster and everything in it\n")]
    public async Task Diff_OfAReplacementThatIsAllowed_SaysWhatItDeletes(string earlier, string present, string allowed, string line)
    {
        var run = await DiffAsync(earlier, present, "--config", $"allowReplacement={allowed}");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("REFUSED", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access=localAccounts", "access=entra")]
    [InlineData("nodeCountMax=4", "nodeCountMax=9")]
    [InlineData("tags=", "tags=team=a")]
    [InlineData("kedaNamespace=keda", "kedaNamespace=scaling;allowReplacement=keda")]
    public async Task Diff_OfWhatAzureMakes_IsNotRefused(string earlier, string present)
    {
        var run = await DiffAsync(earlier, present);

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.DoesNotContain("REFUSED", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfTheTags_ReplacesNothing()
    {
        var run = await DiffAsync("tags=", "tags=team=a");

        Assert.Contains("~ aks  azure-native:containerservice:ManagedCluster\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfTheTier_TakesTheSupportPlanAlong()
    {
        var run = await DiffAsync("tier=Free", "tier=Premium");

        Assert.StartsWith("Stack dev: 1 to change.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("sku.tier: \"Free\" -> \"Premium\"\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("supportPlan: \"KubernetesOfficial\" -> \"AKSLongTermSupport\"\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfTheMonitorLocation_ReplacesTheAssociationWithItsRule()
    {
        var run = await DiffAsync("monitorLocation=eastus", "monitorLocation=westeurope");

        Assert.Contains(
            "+/- data-collection-rule-association  azure-native:monitor:DataCollectionRuleAssociation\n"
            + "    replaced: dataCollectionRuleId comes from data-collection-rule, which is replaced\n",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfTheKubernetesVersion_SaysWhatComesFirst()
    {
        var run = await DiffAsync("kubernetesVersion=1.35", "kubernetesVersion=1.36");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("kubernetesVersion: \"1.35\" -> \"1.36\"  (ignored: ignoreChanges)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("then run `pulumi refresh` before the next `pulumi up`", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfWhatIsRefused_AsJsonAndMarkdown_SaysSoToo()
    {
        var json = await DiffAsync("zones=1", "zones=2", "--json");
        var markdown = await DiffAsync("zones=1", "zones=2", "--markdown", "--output", _directory.Combine("diff.md"));

        Assert.Equal((ExitCodes.CheckFailed, ExitCodes.CheckFailed), (json.ExitCode, markdown.ExitCode));
        var root = JsonNode.Parse(json.Output)!;
        Assert.Equal(1, root["counts"]!["refused"]!.GetValue<int>());
        var cluster = root["resources"]!.AsArray().Single(resource => resource!["name"]!.GetValue<string>() == "aks")!;
        Assert.Equal("refused", cluster["change"]!.GetValue<string>());
        Assert.StartsWith("agentPoolProfiles[0].availabilityZones changes", cluster["refusedBecause"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("refuse", cluster["inputs"]![0]!["effect"]!.GetValue<string>());
        var text = await File.ReadAllTextAsync(_directory.Combine("diff.md"));
        Assert.Contains("#### Refused: a deployment fails\n", text, StringComparison.Ordinal);
        Assert.Contains("- **refused**: ", text, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private async Task<CommandRun> DiffAsync(string earlier, string present, params string[] arguments)
    {
        var file = _directory.Combine("earlier.json");
        var stored = await CommandRun.OfAsync(["preview", "--json", "--output", file, .. Config(earlier)]);
        Assert.Equal(ExitCodes.Success, stored.ExitCode);
        return await CommandRun.OfAsync(["preview", "--diff", file, .. Config(present), .. arguments]);
    }

    private static IEnumerable<string> Config(string settings) => settings.Split(';').SelectMany(setting => new[] { "--config", setting });
}

using System.Collections.Immutable;
using KedaStack.Infra;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Refusals;

/// <summary>What the program refuses before its first resource changes, from what the last deployment recorded.</summary>
public sealed class StackProgramTests
{
    private const string Reference = "pulumi:pulumi:StackReference";

    [Theory]
    [InlineData("", "monitorLocation=westeurope", "The update would replace AzureMonitorWorkspace (location changes from eastus to westeurope), which deletes the metrics, up to 18 months of them; set the settings back, or list workspace in allowReplacement if the metrics may go.")]
    [InlineData("", "kedaNamespace=scaling", "The update would replace Release (namespace changes from keda to scaling): a second release cannot own KEDA's cluster-wide objects, which still carry the annotations of the first (Helm: invalid ownership metadata); move the release by hand (docs/changes.md, To another namespace), then list keda in allowReplacement for one update.")]
    [InlineData("", "kedaInstallation=addon", "The update would remove Release: AKS refuses its add-on beside the chart, or the chart's custom resource definitions go with its release, and with them every ScaledObject of the cluster; move KEDA by hand first (docs/changes.md, From the chart to the add-on).")]
    [InlineData("monitorLocation=westeurope", "monitorLocation=westeurope;location=westus;allowReplacement=cluster", "The update would replace AzureMonitorWorkspace (location changes from eastus to westus), which deletes the metrics, up to 18 months of them; set the settings back, or list workspace in allowReplacement if the metrics may go.")]
    [InlineData("", "location=westus;allowReplacement=workspace", "The update would replace ManagedCluster (location changes from eastus to westus), which deletes the cluster and everything in it; set the settings back, or list cluster in allowReplacement if the cluster may go.")]
    public async Task Run_OfAChangeThatLosesSomething_IsRefusedInOneSentence(string last, string present, string sentence)
    {
        var mocks = Mocks(Outputs(Parse(last)));

        var exception = await Assert.ThrowsAsync<RunException>(() => RunAsync(mocks, Parse(present)));

        Assert.Equal(sentence, exception.Message);
        // Nothing has been made, or changed.
        Assert.Equal([Reference], Registered(mocks));
    }

    [Fact]
    public async Task Run_OfAnotherName_NamesEachLossInASentence()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => RunAsync(Mocks(Outputs(Parse(""))), Parse("namePrefix=other")));

        Assert.Collection(
            exception.Message.Split('\n'),
            cluster => Assert.StartsWith(
                "The update would replace ManagedCluster (dnsPrefix changes from kedastack-dev to other-dev, resourceName changes from kedastack-dev to other-dev, resourceGroupName changes from kedastack-dev to other-dev), which deletes the cluster",
                cluster,
                StringComparison.Ordinal),
            workspace => Assert.StartsWith("The update would replace AzureMonitorWorkspace (", workspace, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "threshold=20;grafana=false;nodeCountMax=9")]
    [InlineData("", "monitorLocation=westeurope;allowReplacement=workspace")]
    [InlineData("", "location=westus;allowReplacement=workspace,cluster")]
    [InlineData("", "kedaNamespace=scaling;allowReplacement=keda")]
    [InlineData("", "kedaNamespace=scaling;location=westus;allowReplacement=workspace,cluster")]
    [InlineData("kedaInstallation=addon", "kedaInstallation=addon;kedaNamespace=scaling")]
    [InlineData("monitorLocation=eastus", "")]
    public async Task Run_OfAChangeThatLosesNothingOrMay_MakesTheStack(string last, string present) =>
        Assert.Contains("deployed", await RunAsync(Mocks(Outputs(Parse(last))), Parse(present)));

    [Fact]
    public async Task Run_ForTheFirstTime_MakesTheStack() =>
        Assert.Contains("deployed", await RunAsync(Mocks([]), Parse("")));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{\"azure-native:monitor:AzureMonitorWorkspace\": 1}")]
    [InlineData("{\"a type of a later version\": {\"location\": \"eastus\"}}")]
    public async Task Run_AfterARecordThatNobodyCanRead_MakesTheStack(string record) =>
        Assert.Contains("deployed", await RunAsync(Mocks(new() { ["deployed"] = record }), Parse("monitorLocation=westeurope")));

    [Fact]
    public async Task Run_AfterAnEarlierVersion_RefusesWhatItsOutputsGiveAway()
    {
        var outputs = new Dictionary<string, object>
        {
            ["clusterName"] = "kedastack-dev",
            ["resourceGroup"] = "kedastack-dev",
            ["queryEndpoint"] = "https://kedastack-dev-a1b2.eastus.prometheus.monitor.azure.com",
        };

        Assert.Contains("deployed", await RunAsync(Mocks(outputs), Parse("kedaNamespace=scaling")));
        var exception = await Assert.ThrowsAsync<RunException>(() => RunAsync(Mocks(outputs), Parse("monitorLocation=westeurope")));
        Assert.StartsWith("The update would replace AzureMonitorWorkspace (location changes from eastus to westeurope)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnyStack_ReadsItsOwnOutputs()
    {
        var mocks = Mocks([]);

        await RunAsync(mocks, Parse(""));

        var reference = mocks.Invocations.SelectMany(invocation => invocation.Arguments).OfType<MockResourceArgs>().Single(args => args.Type == Reference);
        Assert.Equal("acme/kedastack/dev", reference.Id);
        Assert.Equal("acme/kedastack/dev", reference.Inputs["name"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("monitorLocation=westeurope;namePrefix=other;kedaNamespace=scaling")]
    [InlineData("kedaInstallation=addon;location=westus")]
    public async Task Record_OfAStack_IsWhatItsResourcesGet(string settings)
    {
        var run = await StackRun.UpdateAsync(Parse(settings));
        var record = StackRecord.Parse(run.Outputs["deployed"].Value!)!;

        Assert.False(run.Outputs["deployed"].IsSecret);
        Assert.Equal(
            run.Resources.Select(resource => resource.Type).Intersect(record.Inputs.Keys).Order(StringComparer.Ordinal),
            record.Inputs.Keys);
        Assert.Equal(run.Resources.Any(resource => resource.Type == "kubernetes:helm.sh/v3:Release"), record.Inputs.ContainsKey("kubernetes:helm.sh/v3:Release"));
        Assert.All(record.Inputs, entry =>
        {
            var resource = run.Resources.Single(candidate => candidate.Type == entry.Key);
            Assert.All(entry.Value, input => Assert.Equal(resource.Text(input.Key), input.Value!.GetValue<string>()));
        });
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Mock<IMocks> mocks, StackSettings settings)
    {
        var options = new TestOptions { IsPreview = false, ProjectName = "kedastack", StackName = "dev", OrganizationName = "acme" };
        // On the thread pool: TestAsync blocks its thread until the program is done.
        return (await Task.Run(() => Deployment.TestAsync(mocks.Object, options, () => StackProgram.RunAsync(settings)))).Outputs;
    }

    private static Mock<IMocks> Mocks(Dictionary<string, object> outputs)
    {
        var mocks = AzureMocks.Update();
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == Reference)))
            .Returns<MockResourceArgs>(args => Task.FromResult<(string?, object)>((args.Id, new Dictionary<string, object>
            {
                ["name"] = args.Inputs["name"],
                ["outputs"] = outputs.ToImmutableDictionary(),
                ["secretOutputNames"] = ImmutableArray<object>.Empty,
            }.ToImmutableDictionary())));
        return mocks;
    }

    private static Dictionary<string, object> Outputs(StackSettings settings) =>
        new() { ["deployed"] = StackRecord.Of(settings, new ResourceNames(settings, "dev")).ToString() };

    private static StackSettings Parse(string settings) => Given.Settings(
        [.. settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

    private static IEnumerable<string> Registered(Mock<IMocks> mocks) =>
        mocks.Invocations.SelectMany(invocation => invocation.Arguments).OfType<MockResourceArgs>().Select(args => args.Type!);
}

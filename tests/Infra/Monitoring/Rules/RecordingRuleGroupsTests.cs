using System.Collections.Concurrent;
using System.Collections.Immutable;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using Moq;
using Pulumi;
using Pulumi.AzureNative.AlertsManagement;
using Pulumi.AzureNative.ContainerService;
using Pulumi.AzureNative.Monitor;
using Pulumi.Testing;
using Inputs = System.Collections.Immutable.ImmutableDictionary<string, object>;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

public class RecordingRuleGroupsTests
{
    private static readonly RawSettings _settings = RawSettings.Empty
        .With(SettingKeys.Location, "westeurope")
        .With(SettingKeys.MonitorLocation, "northeurope")
        .With(SettingKeys.NamePrefix, "shop");

    private readonly ConcurrentDictionary<string, Inputs> _inputs = new();
    private readonly Mock<IMocks> _mocks = new();

    public RecordingRuleGroupsTests() => _mocks
        .Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
        .ReturnsAsync((MockResourceArgs args) =>
        {
            _inputs[args.Name!] = args.Inputs;
            return ($"/{args.Name}", args.Inputs);
        });

    [Fact]
    public async Task Create_MakesBothGroupsAsItsChildren()
    {
        var children = new List<Resource>();
        var options = new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    if (args.Options.Parent is RecordingRuleGroups)
                    {
                        children.Add(args.Resource);
                    }

                    return null;
                },
            },
        };

        var resources = await RunAsync(_settings, options);

        Assert.Equal(2, children.Count);
        Assert.Equal(children.ToHashSet(), resources.OfType<PrometheusRuleGroup>().ToHashSet<Resource>());
    }

    [Theory]
    [InlineData("node-recording-rules", "NodeRecordingRulesRuleGroup-shop-dev")]
    [InlineData("kubernetes-recording-rules", "KubernetesRecordingRulesRuleGroup-shop-dev")]
    public async Task Group_RunsEachMinuteOverTheSeriesOfThisCluster(string resource, string name)
    {
        await RunAsync(_settings);

        var group = _inputs[resource];
        Assert.Equal(name, group["ruleGroupName"]);
        Assert.Equal("shop-dev", group["clusterName"]);
        Assert.Equal(["/workspace", "/cluster"], ((ImmutableArray<object>)group["scopes"]).Cast<string>());
        Assert.Equal("northeurope", group["location"]);
        Assert.Equal("PT1M", group["interval"]);
        Assert.Equal(true, group["enabled"]);
        Assert.Equal("test", ((Inputs)group["tags"])["purpose"]);
    }

    [Fact]
    public async Task Group_ClusterLabelIsSet_IsItsClusterName()
    {
        await RunAsync(_settings.With(SettingKeys.ClusterLabel, "blue"));

        Assert.Equal("blue", _inputs["node-recording-rules"]["clusterName"]);
        Assert.Equal("NodeRecordingRulesRuleGroup-shop-dev", _inputs["node-recording-rules"]["ruleGroupName"]);
    }

    [Fact]
    public async Task Group_HasItsRulesInOrder()
    {
        await RunAsync(_settings);

        Assert.Equal(NodeRules.Group.Rules.Select(Text), Rules("node-recording-rules").Select(Text));
        Assert.Equal(KubernetesRules.Group.Rules.Select(Text), Rules("kubernetes-recording-rules").Select(Text));
    }

    [Fact]
    public async Task Group_HasNoMoreRulesThanAzureTakes()
    {
        await RunAsync(_settings);

        Assert.InRange(Rules("node-recording-rules").Length, 1, 20);
        Assert.InRange(Rules("kubernetes-recording-rules").Length, 1, 20);
    }

    private Task<ImmutableArray<Resource>> RunAsync(RawSettings raw, ComponentResourceOptions? options = null)
    {
        var settings = SettingsParser.Parse(raw).Settings!;
        return Deployment.TestAsync(_mocks.Object, new TestOptions { IsPreview = false }, () =>
        {
            var resourceGroup = new ResourceGroup("resource-group");
            var aks = new ManagedCluster("cluster", new ManagedClusterArgs { ResourceGroupName = resourceGroup.Name });
            var none = Output.Create("");
            var cluster = new AzureCluster(aks.Id, none, none, none, none);
            var amw = new AzureMonitorWorkspace("workspace", new AzureMonitorWorkspaceArgs { ResourceGroupName = resourceGroup.Name });
            var workspace = new MonitorWorkspace(amw.Id, none, Output.Create(settings.Monitoring.Location));
            var tags = new InputMap<string> { ["purpose"] = "test" };
            var groups = new ClusterRuleGroups(
                new ResourceNames(settings, "dev"), resourceGroup.Name, workspace, cluster, tags);
            _ = new RecordingRuleGroups("rules", groups, options ?? new());
        });
    }

    private Inputs[] Rules(string resource) => [.. ((ImmutableArray<object>)_inputs[resource]["rules"]).Cast<Inputs>()];

    private static string Text(Inputs rule) => Text(
        (string)rule["record"],
        (string)rule["expression"],
        rule.TryGetValue("labels", out var labels) ? (Inputs)labels : Inputs.Empty);

    private static string Text(RecordingRule rule) =>
        Text(rule.Record, rule.Expression, rule.Labels.ToImmutableDictionary(label => label.Key, label => (object)label.Value));

    private static string Text(string record, string expression, Inputs labels) =>
        $"{record} = {expression}, {string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"))}";
}

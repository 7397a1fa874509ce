using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Infra.Workload;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

/// <summary>What in the app's objects has to fit together.</summary>
public sealed class SampleAppWiringTests
{
    private const string Pod = "spec.template";
    private const string Container = "spec.template.spec.containers[0]";

    [Fact]
    public async Task Service_Selector_MatchesThePodsLabels() => AssertSame(
        (await Stacks.Helm)["Deployment sample-app"].At($"{Pod}.metadata.labels"),
        (await Stacks.Helm)["Service sample-app"].At("spec.selector"));

    [Theory]
    [InlineData("sample-app")]
    [InlineData("load-generator")]
    public async Task Deployment_Selector_MatchesItsPodsLabels(string app)
    {
        var deployment = (await Stacks.Helm)[$"Deployment {app}"];

        AssertSame(deployment.At($"{Pod}.metadata.labels"), deployment.At("spec.selector.matchLabels"));
    }

    [Fact]
    public async Task LoadGenerator_Labels_AreNotSelectedByTheService() => Assert.NotEqual(
        PropertyBag.Text((await Stacks.Helm)["Service sample-app"].At("spec.selector")),
        PropertyBag.Text((await Stacks.Helm)["Deployment load-generator"].At($"{Pod}.metadata.labels")));

    [Fact]
    public async Task DisruptionBudget_Selector_MatchesThePodsLabels() => AssertSame(
        (await Stacks.Helm)["Deployment sample-app"].At($"{Pod}.metadata.labels"),
        (await Stacks.Helm)["PodDisruptionBudget sample-app"].At("spec.selector.matchLabels"));

    [Fact]
    public async Task ServiceMonitor_Selector_MatchesTheServicesLabels() => AssertSame(
        (await Stacks.Helm)["Service sample-app"].At("metadata.labels"),
        (await Stacks.Helm)["ServiceMonitor service-monitor"].At("spec.selector.matchLabels"));

    [Fact]
    public async Task ServiceMonitor_Selector_MatchesNoOtherService() => Assert.Equal(
        "Service sample-app", Assert.Single((await Stacks.Helm).OfKind("Service")).Label);

    [Fact]
    public async Task ServiceMonitor_Port_IsAPortNameOfTheService() => Assert.Contains(
        (await Stacks.Helm)["ServiceMonitor service-monitor"].Text("spec.endpoints[0].port"),
        Names((await Stacks.Helm)["Service sample-app"].At("spec.ports")));

    [Fact]
    public async Task Service_TargetPort_IsAPortNameOfTheContainer() => Assert.Contains(
        (await Stacks.Helm)["Service sample-app"].Text("spec.ports[0].targetPort"),
        Names((await Stacks.Helm)["Deployment sample-app"].At($"{Container}.ports")));

    [Fact]
    public async Task Container_Port_IsTheOneThatTheScriptListensOn()
    {
        var container = (await Stacks.Helm)["Deployment sample-app"].At(Container);
        var port = ((JsonArray)container!["env"]!).Single(variable => variable!["name"]!.GetValue<string>() == "PORT");

        Assert.Equal(
            PropertyBag.Find(container, "ports[0].containerPort")!.GetValue<double>().ToString(CultureInfo.InvariantCulture),
            port!["value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("startupProbe")]
    [InlineData("readinessProbe")]
    [InlineData("livenessProbe")]
    public async Task Probe_Path_IsOneThatTheScriptAnswersAndDoesNotCount(string probe)
    {
        var deployment = (await Stacks.Helm)["Deployment sample-app"];
        var path = deployment.Text($"{Container}.{probe}.httpGet.path");

        Assert.Matches($"""elif path == "{path}":\s+body = "ok\\n"\s+else:""", Script.SampleApp.Text);
        Assert.Contains(
            deployment.Text($"{Container}.{probe}.httpGet.port"), Names(deployment.At($"{Container}.ports")));
    }

    [Fact]
    public async Task ServiceMonitor_Path_IsTheOneWhereTheScriptExposesItsMetrics() => Assert.Contains(
        $"if path == \"{(await Stacks.Helm)["ServiceMonitor service-monitor"].Text("spec.endpoints[0].path")}\":",
        Script.SampleApp.Text,
        StringComparison.Ordinal);

    [Fact]
    public async Task GracePeriod_OfTheApp_CoversPreStopAndTheScriptsDrain()
    {
        var deployment = (await Stacks.Helm)["Deployment sample-app"];
        var drain = Regex.Match(Script.SampleApp.Text, @"^  DRAIN_SECONDS +(\d+) ", RegexOptions.Multiline).Groups[1].Value;

        Assert.True(
            deployment.At($"{Pod}.spec.terminationGracePeriodSeconds")!.GetValue<double>()
            >= deployment.At($"{Container}.lifecycle.preStop.sleep.seconds")!.GetValue<double>()
                + double.Parse(drain, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Target_OfTheLoadGenerator_IsTheServiceInItsNamespace()
    {
        var run = await Stacks.Helm;
        var service = run["Service sample-app"];
        var variables = (JsonArray)run["Deployment load-generator"].At($"{Container}.env")!;
        var target = variables.Single(variable => variable!["name"]!.GetValue<string>() == "TARGET_URL");

        var url = new Uri(target!["value"]!.GetValue<string>());

        Assert.Equal($"{service.Text("metadata.name")}.{service.Text("metadata.namespace")}.svc.cluster.local", url.Host);
        Assert.Equal(service.At("spec.ports[0].port")!.GetValue<double>(), url.Port);
    }

    private static IEnumerable<string> Names(JsonNode? ports) => ((JsonArray)ports!).Select(port => port!["name"]!.GetValue<string>());

    private static void AssertSame(JsonNode? expected, JsonNode? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(PropertyBag.Text(expected), PropertyBag.Text(actual));
    }
}

using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Files.Given;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks.Files.Conditions;

/// <summary>Which checks look at files of one kind, and what the report says of the others.</summary>
public sealed class ApplicableTests
{
    private static readonly string[] _ofAnyObject =
        ["metadata-refused", "monitor-api-group", "monitor-missing", "port-numbers", "removed-api", "single-scaler"];

    private const string OfPods = "deployment-selector, grace-period, listening-port, mounted-files, probe-port, resource-limits, service-address";
    private const string OfSchemas = "object-refused, unknown-field";
    private const string OfMonitors = "monitor-port, monitor-selector, scrape-path, scrape-times";

    [Theory]
    [InlineData("v1", "ConfigMap", "")]
    [InlineData("v1", "Service", "service-port, service-selector")]
    [InlineData("policy/v1", "PodDisruptionBudget", "disruption-budget, disruption-budget-selector")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "network-policy-client, network-policy-scrape, network-policy-selector")]
    [InlineData("apps/v1", "Deployment", OfPods + ", replicas-in-file, rolling-update")]
    [InlineData("apps/v1", "StatefulSet", OfPods + ", replicas-in-file")]
    [InlineData("apps/v1", "DaemonSet", OfPods)]
    [InlineData("azmonitoring.coreos.com/v1", "ServiceMonitor", OfMonitors + ", " + OfSchemas)]
    [InlineData("azmonitoring.coreos.com/v1", "PodMonitor", OfMonitors + ", " + OfSchemas)]
    [InlineData("monitoring.coreos.com/v1", "ServiceMonitor", OfMonitors + ", monitor-release")]
    [InlineData("monitoring.coreos.com/v1", "PodMonitor", OfMonitors + ", monitor-release")]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler", "metric-target, " + OfSchemas)]
    [InlineData("keda.sh/v1alpha1", "TriggerAuthentication", OfSchemas)]
    [InlineData("keda.sh/v1alpha1", "ScaledJob", "keda-removed-field")]
    public void Checks_OfOneKind_AreThoseAboutItAndAboutAnyObject(string apiVersion, string kind, string also)
    {
        var report = Report(apiVersion, kind);

        var not = report.NotApplicable.SelectMany(group => group.Checks).ToHashSet();
        var ran = CheckCatalogue.All.Select(check => check.Info.Id).Where(id => !not.Contains(id)).Order(StringComparer.Ordinal);
        Assert.Equal([.. _ofAnyObject.Concat(also.Split(", ", StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)], ran);
    }

    [Fact]
    public void Checks_OfAzureAndOfPulumi_SayWhyTheyDoNotApply()
    {
        var reasons = Report("v1", "ConfigMap").NotApplicable.SelectMany(group => group.Checks.Select(check => (check, group.Reason))).ToDictionary();

        Assert.Equal(CheckInfo.NoAzure, reasons["oidc-issuer"]);
        Assert.Equal(CheckInfo.NoPulumi, reasons["scaled-object-order"]);
        Assert.Equal(CheckInfo.OwnRule, reasons["object-namespace"]);
        Assert.Equal("no Service among these files", reasons["service-port"]);
        Assert.Equal("no ServiceMonitor or PodMonitor among these files", reasons["monitor-port"]);
        Assert.Equal(CheckCatalogue.All.Count - _ofAnyObject.Length, reasons.Count);
    }

    [Fact]
    public void Notes_OfAScaledJobAndOfWhatIsNoObject_SaySo()
    {
        var notes = CheckedFiles.Report("apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: batch, namespace: shop}\n---\nname: nobody\n").Notes;

        Assert.Equal(2, notes.Count);
        Assert.Contains("is the ScaledJob shop/batch: it starts Jobs and has no HPA", notes[0], StringComparison.Ordinal);
        Assert.Equal("1 document of other kinds left out: no apiVersion and kind", notes[1]);
    }

    [Fact]
    public void Notes_OfOneKindThatIsRead_AreNone() => Assert.Empty(Report("v1", "ConfigMap").Notes);

    [Theory]
    [InlineData("shop", "labels of pods in shop: app=web")]
    [InlineData("pay", "labels of pods in pay")]
    public void Expected_OfAServiceWithoutPods_AreTheLabelsOfItsNamespace(string ns, string expected)
    {
        var service = $"---\napiVersion: v1\nkind: Service\nmetadata: {{name: outside, namespace: {ns}}}\nspec: {{selector: {{app: other}}, ports: [{{port: 5432}}]}}\n";

        var finding = Assert.Single(CheckedFiles.Report(App.Yaml + service).Findings);

        Assert.Equal(("service-selector", expected), (finding.Check.Id, finding.Expected));
    }

    [Theory]
    [InlineData("targetPort: web", "Error")]
    [InlineData("targetPort: 9090", "Warning")]
    public void Severity_OfAPortThatNoContainerSays_IsLessForANumber(string port, string severity)
    {
        var finding = Assert.Single(CheckedFiles.Report(App.With("targetPort: http", port)).Findings);

        Assert.Equal(("service-port", severity), (finding.Check.Id, finding.Severity.ToString()));
    }

    [Fact]
    public void Severity_OfANumberInAStack_IsThatOfTheCheck()
    {
        var stack = PreviewedStacks.Of(PreviewedStacks.Default);

        var finding = Assert.Single(CheckedStack.NewFindings(stack, stack.With("Service/sample-app", "spec.ports[0].targetPort", 9090)), finding => finding.Check.Id == "service-port");

        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("kind: ConfigMap\n", false)]
    [InlineData("kind: ConfigMap\n  name: [\n", true)]
    public void Report_OfAFileThatCannotBeRead_SaysThatItIsPartial(string rest, bool isPartial)
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder.Combine("one.yaml"), App.Yaml);
        File.WriteAllText(folder.Combine("two.yaml"), "apiVersion: v1\n" + rest);

        Assert.Equal(isPartial, FileChecks.Run(GivenFiles.Read([folder.Path], TextReader.Null), CheckedFiles.Facts, _ => true).IsPartial);
    }

    private static CheckReport Report(string apiVersion, string kind) =>
        CheckedFiles.Report($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: web, namespace: shop}}\n");
}

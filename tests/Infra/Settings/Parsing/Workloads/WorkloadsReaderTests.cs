using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Workloads;

namespace KedaStack.Tests.Infra.Settings.Parsing.Workloads;

public sealed class WorkloadsReaderTests
{
    private const string Web = """ "name": "web", "namespace": "shop", "target": "Deployment/web" """;
    private const string Query = """ "query": "sum(up)", "threshold": 80 """;

    [Theory]
    [InlineData("{}", "workloads[0].name: is missing (got nothing); write 1 to 54 lower-case letters, digits and hyphens, no hyphen first or last")]
    [InlineData("{" + Web + "}", "workloads[0].query: is missing (got neither a query nor triggers); write query: with threshold:, or triggers:")]
    [InlineData("{" + Web + """, "query": "sum(up)" }""", "workloads[0].threshold: is missing (got nothing); write what one replica is meant to serve of what the query counts, such as threshold: 80")]
    [InlineData("{" + Web + "," + Query + """, "triggers": [] }""", "workloads[0].triggers: are given beside a query (got both); keep one of them; a prometheus trigger without serverAddress asks the platform's metrics, too")]
    [InlineData("{" + Web + """, "triggers": [] }""", "workloads[0].triggers: are empty (got a list of 0); write a list of triggers, each with type: and metadata:")]
    [InlineData("{" + Web + """, "query": "sum(up)", "threshold": 0 }""", """workloads[0].threshold: is not above 0 (got "0"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("{" + Web + "," + Query + """, "thresold": 1 }""", """workloads[0].thresold: is not a field (got "1"); did you mean threshold?""")]
    [InlineData("{" + Web + "," + Query + """, "minReplicaCount": 11 }""", """workloads[0].minReplicaCount: is above maxReplicaCount (got "11" with maxReplicaCount "10"); write at most 10 or raise maxReplicaCount""")]
    [InlineData("{" + Web + "," + Query + """, "scrape": {} }""", "workloads[0].scrape.port: is missing (got nothing); write the port's name in the pod template or the Service, not its number")]
    [InlineData("{" + Web + "," + Query + """, "scrape": { "port": "9090" } }""", """workloads[0].scrape.port: is not the name of a port (got "9090"); write the port's name in the pod template or the Service, not its number""")]
    [InlineData("{" + Web + "," + Query + """, "scrape": { "port": "m", "path": "metrics" } }""", """workloads[0].scrape.path: does not begin with a slash (got "metrics"); write /metrics""")]
    [InlineData("{" + Web + "," + Query + """, "scrape": { "port": "m", "selector": {} } }""", "workloads[0].scrape.selector: selects everything in the namespace (got no label); write the labels of the pods, such as selector: { app: web }")]
    [InlineData("{" + Web + """, "triggers": [{ "type": "cron", "metadata": {} }] }""", "workloads[0].triggers[0].metadata.start: is refused by KEDA (got ")]
    [InlineData("{" + Web + """, "triggers": [{ "type": "kafka" }] }""", "workloads[0].triggers[0].metadata: is missing (got nothing); write the parameters of the scaler")]
    [InlineData("""{ "name": "web", "namespace": "shop", "target": "DaemonSet/web", """ + Query + " }", """workloads[0].target: is a DaemonSet, which has no scale subresource (got "DaemonSet/web"); write a Deployment, a StatefulSet or a custom resource with /scale""")]
    [InlineData("""{ "name": "web", "namespace": "shop", "target": "web", """ + Query + " }", """workloads[0].target: is not a kind and a name (got "web"); write Kind/name, such as Deployment/web, or apiVersion/Kind/name, such as argoproj.io/v1alpha1/Rollout/web""")]
    [InlineData("""{ "name": "web", "namespace": "shop", "target": "Deploment/web", """ + Query + " }", """workloads[0].target: is of a kind that is not of apps/v1 (got "Deploment/web"); did you mean Deployment/web?""")]
    [InlineData("3", """workloads[0]: is not an object (got "3"); write name:, namespace:, target: and query: or triggers:""")]
    public void Rejects_Workload(string workload, string expected) =>
        Assert.StartsWith(expected, Given.Problems(("workloads", $"[{workload}]"))[0], StringComparison.Ordinal);

    [Fact]
    public void Rejects_SecondOfANameOrATarget() => Assert.Equal(
        [
            """workloads[1].name: is the name of workloads[0] (got "web"); write another one, since it names the resources in the stack""",
            """workloads[1].target: is scaled by workloads[0] already (got "Deployment/web"); put the triggers of both into one workload, since two would fight""",
        ],
        Given.Problems(("workloads", $"[{{{Web}, {Query}}}, {{{Web}, {Query}}}]")));

    [Theory]
    [InlineData("Deployment/sample-app", "web", """workloads[0].target: is made by this stack (got "Deployment/sample-app"); name an app that is there, or write samples: [] if this is one""")]
    [InlineData("Deployment/load-generator", "web", """workloads[0].target: is made by this stack (got "Deployment/load-generator"); name an app that is there, or write samples: [] if this is one""")]
    [InlineData("Deployment/web", "sample-app", """workloads[0].name: is the name of the sample app's ScaledObject (got "sample-app"); write another one, or samples: []""")]
    public void Rejects_WhatTheStackMakes(string target, string name, string expected)
    {
        var workloads = $$"""[{ "name": "{{name}}", "namespace": "keda-demo", "target": "{{target}}", {{Query}} }]""";
        Assert.Equal([expected], Given.Problems(("workloads", workloads)));
        Assert.Empty(Given.Problems(("workloads", workloads), ("samples", "[]")));
    }

    [Fact]
    public void Rejects_WhatIsNoList() => Assert.Equal(
        ["""workloads: is not a list of objects (got "web"); write a YAML list, or as text a JSON list of objects"""], Given.Problems(("workloads", "web")));

    [Fact]
    public void Problems_AreInTheOrderOfTheItems()
    {
        var problems = Given.Problems(("threshold", "0"), ("workloads", $"[{{{Web}, {Query}, \"maxReplicaCount\": 0}}, {{}}]"), ("location", ""));
        Assert.Equal(
            ["location", "workloads[0].maxReplicaCount", "workloads[1].name", "workloads[1].namespace", "workloads[1].target", "workloads[1].query", "threshold"],
            problems.Select(problem => problem.Split(':')[0]));
    }

    [Fact]
    public void Workload_SaysNothing_TakesTheStacksScalingButForTheThreshold()
    {
        var settings = Given.Settings(("threshold", "3"), ("maxReplicaCount", "7"), ("scrapeInterval", "30s"), ("workloads", $"[{{{Web}, {Query}, \"scrape\": {{\"port\": \"m\"}}}}]"));
        var workload = Assert.Single(settings.Workloads);
        Assert.Equal((80m, 7, TimeSpan.FromSeconds(30)), (workload.Scaling.Threshold, workload.Scaling.MaxReplicaCount, workload.Scrape!.Interval));
        Assert.Equal(new QueryTrigger("sum(up)"), Assert.Single(workload.Triggers));
        Assert.Equal("web", workload.Scrape.Selector["app"]);
        Assert.Equal(3m, settings.Scaling.Threshold);
    }

    [Fact]
    public void Metadata_NumbersAndBooleans_BecomeTexts()
    {
        var settings = Given.Settings(("workloads", "[{" + Web + """, "triggers": [{"type": "kafka", "metadata": {"lagThreshold": 50, "allowIdleConsumers": true}}]}]"""));
        var trigger = Assert.IsType<WrittenTrigger>(Assert.Single(settings.Workloads[0].Triggers));
        Assert.Equal(("50", "true"), (trigger.Metadata["lagThreshold"], trigger.Metadata["allowIdleConsumers"]));
    }

    [Theory]
    [InlineData("Deployment/web", null, "Deployment", "web")]
    [InlineData("apps/v1/Deployment/web", null, "Deployment", "web")]
    [InlineData("argoproj.io/v1alpha1/Rollout/web", "argoproj.io/v1alpha1", "Rollout", "web")]
    [InlineData("v1/ReplicationController/web", "v1", "ReplicationController", "web")]
    public void Target_IsReadWithItsApiVersion(string text, string? apiVersion, string kind, string name)
    {
        var settings = Given.Settings(("workloads", $"[{{\"name\": \"web\", \"namespace\": \"shop\", \"target\": \"{text}\", {Query}}}]"));
        Assert.Equal(new ScaleTarget(apiVersion, kind, name), settings.Workloads[0].Target);
    }

    [Fact]
    public void Yaml_IsTheSameAsTheJsonOfTheEngine()
    {
        using var directory = new ProjectDirectory();
        var offline = directory.Dev(
            """
            config:
              workloads:
                - name: web
                  namespace: shop
                  target: Deployment/web
                  query: sum(up)
                  threshold: 80
                  scrape: { port: metrics, labels: { release: "1" } }
            """).Load().Result;
        Assert.Equal(
            Given.Text(SettingsParser.Parse(Given.Raw(("workloads", $"[{{{Web}, {Query}, \"scrape\": {{\"port\": \"metrics\", \"labels\": {{\"release\": \"1\"}}}}}}]")))),
            Given.Text(offline));
    }

    [Theory]
    [InlineData("name: { secure: AAA }", "workloads[0].name: has a secret in it (got a secret at Pulumi.dev.yaml:3:13); ")]
    [InlineData("threshold: 100.50", "workloads[0].threshold: is an unquoted number or date that Pulumi may spell in another way (got \"100.50\" at Pulumi.dev.yaml:3:18); write \"100.50\", in quotes")]
    [InlineData("scrape: { interval: 010 }", "workloads[0].scrape.interval: is an unquoted number or date that Pulumi may spell in another way (got \"010\" at ")]
    [InlineData("triggers: [{ [a]: b }]", "workloads[0].triggers[0]: has a key that is not a text (got a list at Pulumi.dev.yaml:3:20); write key: value")]
    public void Yaml_WhatPulumiWouldChange_IsRefusedWithItsPath(string field, string expected)
    {
        using var directory = new ProjectDirectory();
        var result = directory.Dev($"config:\n  workloads:\n    - {field}\n").Load().Result;
        Assert.StartsWith(expected, Assert.Single(Given.Lines(result)), StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Resources.Queries;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring.Dashboards;

public sealed class AutoscalerDashboardTests
{
    private static readonly GrafanaDashboard _dashboard =
        AutoscalerDashboard.For(AutoscalerSeries.Of(Stacks.Defaults, "blue"), Stacks.Defaults.Scaling);

    private static JsonArray Panels => (JsonArray)GrafanaJson.Write(_dashboard)["panels"]!;

    [Fact]
    public void Panels_ByDefault_AreThese() => Assert.Equal(
        [
            "Load", "Load per replica", "Ready replicas", "HPA reads its metric",
            "Load, and what the replicas are meant for", "Load per replica, and the HPA's tolerance",
            "Replicas", "What limits the replicas", "Latency", "KEDA: delays", "KEDA: errors in 5 minutes", "Scrape targets", "Scrape durations",
        ],
        _dashboard.Panels.Select(panel => panel.Title));

    [Fact]
    public void Panels_WithTheAddOn_LackThoseOfKeda() => Assert.Equal(
        ["KEDA: delays", "KEDA: errors in 5 minutes"],
        _dashboard.Panels.Select(panel => panel.Title).Except(
            AutoscalerDashboard.For(AutoscalerSeries.Of(Stacks.AddOnSettings, "blue"), Stacks.Defaults.Scaling).Panels.Select(panel => panel.Title)));

    // Azure refuses a query that names no metric.
    [Fact]
    public void Queries_Always_NameAMetricOfThisCluster() => Assert.All(_dashboard.Expressions, one =>
    {
        var query = PromQuery.Read(one.Expression);
        Assert.Null(query.Problem);
        Assert.NotEmpty(query.Selectors);
        Assert.All(query.Selectors, selector => Assert.Equal("blue", selector.Pin("cluster")?.Value));
    });

    [Fact]
    public void Queries_OtherSettings_FollowThem()
    {
        var scaling = Stacks.Defaults.Scaling with { Threshold = 12.5m, MaxReplicaCount = 4, MinReplicaCount = 2 };

        var text = string.Join('\n', AutoscalerDashboard.For(AutoscalerSeries.Of(Stacks.Defaults, null), scaling).Expressions.Select(one => one.Expression));

        Assert.Contains("12.5 * sum(", text, StringComparison.Ordinal);
        Assert.Contains("50 + 0 * ", text, StringComparison.Ordinal);
        Assert.Contains("13.75 + 0 * ", text, StringComparison.Ordinal);
        Assert.Contains("11.25 + 0 * ", text, StringComparison.Ordinal);
        Assert.Contains("/ 12.5), 2, 4)", text, StringComparison.Ordinal);
        Assert.Contains(">= bool 4", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Legends_OfAPanel_AreDifferent() =>
        Assert.All(_dashboard.Panels, panel => Assert.Equal(panel.Queries.Length, panel.Queries.DistinctBy(query => query.Legend).Count()));

    [Fact]
    public void Bands_Always_EndAtALineOfTheirPanel() => Assert.All(
        _dashboard.Panels,
        panel => Assert.All(
            panel.Queries.Where(query => query.BandDownTo is not null),
            query => Assert.Contains(panel.Queries, other => other.Legend == query.BandDownTo)));

    [Fact]
    public void Json_OfThePanels_NumbersThemAndFillsTheGridWithoutOverlap()
    {
        var cells = new HashSet<(int, int)>();

        Assert.Equal(Enumerable.Range(1, Panels.Count), Panels.Select(panel => panel!["id"]!.GetValue<int>()));
        foreach (var panel in Panels)
        {
            var (x, y, width, height) = (Place(panel, "x"), Place(panel, "y"), Place(panel, "w"), Place(panel, "h"));
            Assert.InRange(x + width, 1, PanelGrid.Columns);
            Assert.All(
                from column in Enumerable.Range(x, width) from row in Enumerable.Range(y, height) select (column, row),
                cell => Assert.True(cells.Add(cell), $"{panel!["title"]} overlaps at {cell}"));
        }
    }

    [Fact]
    public void Json_OfEveryQuery_AsksTheDataSourceThatThePersonPicks()
    {
        var json = GrafanaJson.Write(_dashboard);
        var sources = Panels.SelectMany(panel => ((JsonArray)panel!["targets"]!).Append(panel))
            .Concat((JsonArray)json["annotations"]!["list"]!)
            .Select(node => node!["datasource"]!["uid"]!.GetValue<string>());

        Assert.Equal(["${datasource}"], sources.Distinct());
        JsonAssert.Equal(
            """{ "name": "datasource", "type": "datasource", "query": "prometheus" }""",
            new JsonObject(((JsonObject)json["templating"]!["list"]![0]!).Where(entry => entry.Key is "name" or "type" or "query")
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))));
    }

    [Fact]
    public void Json_OfAPanel_IsThis() => JsonAssert.Equal(
        """
        {
          "id": 3,
          "type": "stat",
          "title": "Ready replicas",
          "description": "Between 1 and 10.",
          "datasource": { "type": "prometheus", "uid": "${datasource}" },
          "gridPos": { "h": 4, "w": 6, "x": 12, "y": 0 },
          "targets": [
            {
              "refId": "A",
              "datasource": { "type": "prometheus", "uid": "${datasource}" },
              "editorMode": "code",
              "expr": "sum(kube_deployment_status_replicas_ready{cluster=\"blue\",namespace=\"keda-demo\",deployment=\"sample-app\"})",
              "legendFormat": "Ready replicas",
              "range": true
            }
          ],
          "fieldConfig": { "defaults": { "unit": "short", "min": 0 }, "overrides": [] },
          "options": { "reduceOptions": { "calcs": [ "lastNotNull" ] } }
        }
        """,
        Panels[2]);

    [Fact]
    public void PanelGrid_APanelWiderThanTheGrid_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        PanelGrid.Place([_dashboard.Panels[0] with { Width = PanelGrid.Columns + 1 }]));

    private static int Place(JsonNode? panel, string key) => panel!["gridPos"]![key]!.GetValue<int>();
}

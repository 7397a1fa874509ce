using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>Writes a dashboard as Grafana's JSON model (https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/).</summary>
internal static class GrafanaJson
{
    // Grafana brings an older model up to date when it loads it.
    private const int SchemaVersion = 39;
    private const string DataSourceVariable = "datasource";
    private const string DataSourceType = "prometheus";
    private const int SharedCrosshair = 1;

    // Line by line, so that a change of a query shows in a diff as that.
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The model as text, with a final line break.</summary>
    public static string Text(GrafanaDashboard dashboard) => Write(dashboard).ToJsonString(_options) + "\n";

    /// <summary>The model.</summary>
    public static JsonObject Write(GrafanaDashboard dashboard) => new()
    {
        ["uid"] = dashboard.Uid,
        ["title"] = dashboard.Title,
        ["description"] = dashboard.Description,
        ["tags"] = Texts(dashboard.Tags),
        ["schemaVersion"] = SchemaVersion,
        ["version"] = 1,
        ["editable"] = true,
        ["graphTooltip"] = SharedCrosshair,
        ["refresh"] = "30s",
        ["time"] = new JsonObject { ["from"] = "now-1h", ["to"] = "now" },
        ["timezone"] = "browser",
        ["templating"] = new JsonObject { ["list"] = new JsonArray(Variable()) },
        ["annotations"] = new JsonObject { ["list"] = new JsonArray([.. dashboard.Annotations.Select(Annotation)]) },
        ["panels"] = new JsonArray([.. PanelGrid.Place(dashboard.Panels).Select(placed => PanelJson.Write(placed, DataSource()))]),
    };

    /// <summary>The service names the data source of a workspace as it likes, so that a person has to pick it.</summary>
    private static JsonObject Variable() => new()
    {
        ["name"] = DataSourceVariable,
        ["label"] = "Data source",
        ["type"] = "datasource",
        ["query"] = DataSourceType,
        ["regex"] = "",
        ["current"] = new JsonObject(),
        ["options"] = new JsonArray(),
        ["refresh"] = 1,
        ["hide"] = 0,
        ["includeAll"] = false,
        ["multi"] = false,
    };

    private static JsonObject DataSource() => new() { ["type"] = DataSourceType, ["uid"] = $"${{{DataSourceVariable}}}" };

    private static JsonNode Annotation(DashboardAnnotation annotation) => new JsonObject
    {
        ["name"] = annotation.Name,
        ["enable"] = true,
        ["datasource"] = DataSource(),
        ["expr"] = annotation.Expression,
        ["step"] = PrometheusDuration.Format(annotation.Step),
        ["titleFormat"] = annotation.Title,
        ["iconColor"] = "purple",
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}

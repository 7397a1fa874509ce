using System.Text.Json.Nodes;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>Writes a panel as Grafana's JSON model.</summary>
internal static class PanelJson
{
    private const int FirstLetter = 'A';

    /// <summary>The model.</summary>
    public static JsonNode Write(PlacedPanel placed, JsonObject dataSource)
    {
        var panel = placed.Panel;
        return new JsonObject
        {
            ["id"] = placed.Id,
            ["type"] = Type(panel.Kind),
            ["title"] = panel.Title,
            ["description"] = panel.Description,
            ["datasource"] = dataSource.DeepClone(),
            ["gridPos"] = new JsonObject { ["h"] = panel.Height, ["w"] = panel.Width, ["x"] = placed.Column, ["y"] = placed.Row },
            ["targets"] = new JsonArray([.. panel.Queries.Select((query, index) => Target(query, index, dataSource))]),
            ["fieldConfig"] = new JsonObject
            {
                ["defaults"] = Defaults(panel),
                ["overrides"] = new JsonArray([.. panel.Kind is PanelKind.TimeSeries ? panel.Queries.SelectMany(Override) : []]),
            },
            ["options"] = Options(panel.Kind),
        };
    }

    private static string Type(PanelKind kind) => kind switch
    {
        PanelKind.TimeSeries => "timeseries",
        PanelKind.Stat => "stat",
        PanelKind.StateTimeline => "state-timeline",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of panel."),
    };

    private static JsonObject Target(PanelQuery query, int index, JsonObject dataSource) => new JsonObject
    {
        ["refId"] = ((char)(FirstLetter + index)).ToString(),
        ["datasource"] = dataSource.DeepClone(),
        ["editorMode"] = "code",
        ["expr"] = query.Expression,
        ["legendFormat"] = query.Legend,
        ["range"] = true,
    };

    private static JsonObject Defaults(DashboardPanel panel)
    {
        var defaults = new JsonObject { ["unit"] = panel.Unit, ["min"] = 0 };
        switch (panel.Kind)
        {
            case PanelKind.TimeSeries:
                defaults["custom"] = new JsonObject { ["drawStyle"] = "line", ["lineWidth"] = 2, ["fillOpacity"] = 0, ["showPoints"] = "never" };
                break;
            case PanelKind.StateTimeline:
                defaults["color"] = new JsonObject { ["mode"] = "thresholds" };
                defaults["mappings"] = new JsonArray(Mapping("0", "no", "transparent"), Mapping("1", "yes", "orange"));
                break;
            default:
                break;
        }

        return defaults;
    }

    private static JsonObject Mapping(string value, string text, string color) => new JsonObject
    {
        ["type"] = "value",
        ["options"] = new JsonObject { [value] = new JsonObject { ["text"] = text, ["color"] = color } },
    };

    private static IEnumerable<JsonNode?> Override(PanelQuery query)
    {
        var properties = Style(query.Style).ToList();
        if (query.BandDownTo is not null)
        {
            properties.Add(("custom.fillBelowTo", query.BandDownTo));
            properties.Add(("custom.fillOpacity", 15));
        }

        if (properties.Count > 0)
        {
            yield return new JsonObject
            {
                ["matcher"] = new JsonObject { ["id"] = "byName", ["options"] = query.Legend },
                ["properties"] = new JsonArray(
                    [.. properties.Select(property => new JsonObject { ["id"] = property.Id, ["value"] = property.Value })]),
            };
        }
    }

    private static IEnumerable<(string Id, JsonNode Value)> Style(LineStyle style) => style switch
    {
        LineStyle.Line => [],
        LineStyle.Steps => [("custom.lineInterpolation", "stepAfter")],
        LineStyle.Dashed =>
        [
            ("custom.lineStyle", new JsonObject { ["fill"] = "dash", ["dash"] = new JsonArray(10, 10) }),
            ("custom.lineInterpolation", "stepAfter"),
        ],
        LineStyle.BandEdge => [("custom.lineWidth", 0)],
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of line."),
    };

    private static JsonObject Options(PanelKind kind) => kind switch
    {
        PanelKind.Stat => new JsonObject { ["reduceOptions"] = new JsonObject { ["calcs"] = new JsonArray("lastNotNull") } },
        PanelKind.StateTimeline => new JsonObject { ["showValue"] = "never", ["legend"] = new JsonObject { ["showLegend"] = false } },
        _ => new JsonObject
        {
            ["legend"] = new JsonObject { ["displayMode"] = "list", ["placement"] = "bottom" },
            ["tooltip"] = new JsonObject { ["mode"] = "multi" },
        },
    };
}

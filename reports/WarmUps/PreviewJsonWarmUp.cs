using System.Text.Json.Nodes;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Reports.Preview;
using KedaStack.Resources.Graph;

namespace KedaStack.Reports.WarmUps;

/// <summary>The warm-up of <c>preview --json</c>, which runs no check.</summary>
internal static class PreviewJsonWarmUp
{
    /// <summary>Writes a dashboard, the expressions of alerts, and a stack of one resource.</summary>
    /// <returns>The JSON.</returns>
    public static string Run()
    {
        var series = new AutoscalerSeries { AppNamespace = "", KedaNamespace = "", KedaIsScraped = true, Window = WarmUp.Scaling.Window };
        var inputs = new JsonObject
        {
            ["dashboard"] = GrafanaJson.Write(AutoscalerDashboard.For(series, WarmUp.Scaling)),
            ["alerts"] = new JsonArray([.. AutoscalerAlerts.For(series, WarmUp.Scaling).Select(alert => (JsonNode)alert.Expression)]),
        };
        var lists = new Dictionary<string, IReadOnlyList<string>> { ["list"] = ["item"] };
        var resource = new GraphResource
        {
            Urn = "",
            Type = "",
            Name = "resource",
            IsComponent = false,
            Inputs = inputs,
            References = lists,
            Options = GraphOptions.None with { Hooks = lists, Timeouts = new Dictionary<string, string> { ["create"] = "" } },
        };
        var stack = new ResourceGraph { Stack = "", Resources = [resource], Outputs = new Dictionary<string, GraphOutput> { ["output"] = new("", IsSecret: false) } };
        return PreviewReport.Write(stack, diff: null, json: true, markdown: false);
    }
}

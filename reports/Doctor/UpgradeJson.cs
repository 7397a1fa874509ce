using System.Text.Json.Nodes;
using KedaStack.Doctor.Upgrades;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Doctor;

/// <summary>What an upgrade breaks, for machines. Fields are added, never renamed, within a version of the schema; what does not apply is null.</summary>
internal static class UpgradeJson
{
    /// <summary>The version of the schema.</summary>
    public const string Schema = "kedastack.upgrade/1";

    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(UpgradeReport report) => MachineJson.Write(new JsonObject
    {
        ["schema"] = Schema,
        ["source"] = new JsonObject { ["name"] = report.Source, ["why"] = report.Why },
        ["namespaces"] = report.Namespaces is { } namespaces ? new JsonArray([.. namespaces.Select(one => (JsonNode)one)]) : null,
        ["now"] = new JsonObject { ["kubernetes"] = report.Kubernetes, ["keda"] = report.Now.Keda?.ToString() },
        ["then"] = Step(report.Then),
        ["breaks"] = new JsonArray([.. report.Breaks.Select(found => (JsonNode)new JsonObject
        {
            ["severity"] = found.IsError ? "error" : "warning",
            ["check"] = found.Check,
            ["kind"] = found.Kind,
            ["name"] = found.Name,
            ["path"] = found.Path,
            ["found"] = found.Found,
            ["expected"] = found.Expected,
            ["from"] = Step(found.Step),
        })]),
        ["read"] = new JsonObject(report.Read.Select(kind => KeyValuePair.Create(kind.Kind, (JsonNode?)kind.Count))),
        ["unread"] = new JsonArray([.. report.Unread.Select(one => (JsonNode)one)]),
        ["notes"] = new JsonArray([.. report.Notes.Select(one => (JsonNode)one)]),
        ["exitCode"] = report.ExitCode,
    });

    private static JsonObject Step(UpgradeStep step) => new() { ["kubernetes"] = FormattableString.Invariant($"1.{step.Minor}"), ["keda"] = step.Keda?.ToString() };
}

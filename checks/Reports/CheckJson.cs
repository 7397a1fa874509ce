using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks.Reports;

/// <summary>The report for machines; field names are stable.</summary>
internal static class CheckJson
{
    /// <summary>The report as indented JSON with a final line break.</summary>
    public static string Write(CheckReport report, Severity least)
    {
        var json = new JsonObject
        {
            ["stack"] = report.Stack,
            ["summary"] = new JsonObject
            {
                ["passed"] = report.Passed,
                ["warnings"] = report.Warnings,
                ["errors"] = report.Errors,
                ["information"] = report.Informations,
                ["suppressed"] = report.Suppressed.Count,
            },
            ["findings"] = new JsonArray([.. report.AtLeast(least).Select(finding => (JsonNode?)Of(finding))]),
            ["suppressed"] = new JsonArray([.. report.Suppressed.Select(suppressed =>
            {
                var json = Of(suppressed.Finding);
                json["reason"] = suppressed.Reason;
                return (JsonNode?)json;
            })]),
        };
        if (report.NotApplicable.Count > 0)
        {
            json["notApplicable"] = new JsonArray([.. report.NotApplicable.Select(one => (JsonNode?)new JsonObject
            {
                ["reason"] = one.Reason,
                ["checks"] = new JsonArray([.. one.Checks.Select(id => (JsonNode?)id)]),
            })]);
            json["notes"] = new JsonArray([.. report.Notes.Select(note => (JsonNode?)note)]);
        }

        return MachineJson.Write(json);
    }

    private static JsonObject Of(Finding finding)
    {
        var json = new JsonObject
        {
            ["id"] = finding.Check.Id,
            ["severity"] = CheckText.Word(finding.Severity),
            ["resource"] = finding.Resource is { } resource
                ? new JsonObject { ["urn"] = resource.Urn, ["type"] = resource.Type, ["name"] = resource.Name }
                : null,
            ["path"] = finding.Path,
            ["found"] = finding.Found,
            ["expected"] = finding.Expected,
            ["title"] = finding.Check.Title,
            ["failure"] = finding.Check.Failure,
            ["cause"] = finding.Check.Cause,
            ["fix"] = finding.Fix,
            ["link"] = finding.Check.Link,
        };
        if (finding.Resource?.Origin is { } origin)
        {
            var place = origin.PlaceOf(finding.Path);
            json["place"] = new JsonObject { ["file"] = origin.File, ["line"] = place.Line, ["column"] = place.Column };
        }

        return json;
    }
}

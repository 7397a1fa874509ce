using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks.Reports;

/// <summary>The report for code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0).</summary>
internal static class CheckSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string StandardInput = "standard input";

    /// <summary>The report as indented JSON with a final line break.</summary>
    /// <param name="report">The report.</param>
    /// <param name="least">The least severity that is written.</param>
    /// <param name="settings">Where the settings of a stack are; null for files.</param>
    public static string Write(CheckReport report, Severity least, SettingPlaces? settings)
    {
        var findings = report.AtLeast(least).ToList();
        var first = findings.DistinctBy(finding => finding.Check).ToList();
        var rules = first.ConvertAll(finding => finding.Check);
        return MachineJson.Write(new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "kedastack",
                        ["rules"] = new JsonArray([.. first.Select(finding => (JsonNode?)Rule(finding.Check, finding.Fix))]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. findings.Select(finding => (JsonNode?)Result(finding, rules.IndexOf(finding.Check), settings))]),
            }),
        });
    }

    private static JsonObject Rule(CheckInfo check, string fix) => new()
    {
        ["id"] = check.Id,
        ["shortDescription"] = Text(check.Title),
        ["fullDescription"] = Text(check.Cause),
        ["help"] = new JsonObject { ["text"] = fix, ["markdown"] = $"{fix}\n\nWithout it: {check.Failure}." },
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(check.Severity) },
    };

    private static JsonObject Result(Finding finding, int ruleIndex, SettingPlaces? settings)
    {
        var logical = $"{finding.Resource?.Name ?? "the stack"} {finding.Path}".TrimEnd();
        return new JsonObject
        {
            ["ruleId"] = finding.Check.Id,
            ["ruleIndex"] = ruleIndex,
            ["level"] = Level(finding.Severity),
            ["message"] = Text($"{finding.Check.Title}. {logical}: found {finding.Found}; expected {finding.Expected}. {finding.Fix}"),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = Physical(finding, settings),
                ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = logical }),
            }),
            // Lines move; the object and the field do not.
            ["partialFingerprints"] = new JsonObject { ["object/v1"] = $"{finding.Check.Id}:{finding.Resource?.Type}:{logical}" },
        };
    }

    private static JsonObject Physical(Finding finding, SettingPlaces? settings)
    {
        var (file, line, column) = finding.Resource?.Origin is { } origin
            ? (origin.File == StandardInput ? "stdin" : origin.File.Replace('\\', '/'), origin.PlaceOf(finding.Path).Line, origin.PlaceOf(finding.Path).Column)
            : settings?.Of(finding.Path) ?? ("stdin", 1, 1);
        return new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal) },
            ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = column },
        };
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}

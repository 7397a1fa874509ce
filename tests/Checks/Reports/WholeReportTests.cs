using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Reports.Writing;
using KedaStack.Tests.Checks.Files;

namespace KedaStack.Tests.Checks.Reports;

/// <summary>A report with everything that there is in one, letter by letter.</summary>
public sealed class WholeReportTests
{
    private static readonly CheckInfo _check = new()
    {
        Id = "one",
        Severity = Severity.Error,
        Title = "It is so",
        Failure = "`no such thing`",
        Cause = "It has to be.",
        Fix = "Make it so.",
    };

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly CheckReport _report = new()
    {
        Stack = "dev",
        Passed = 3,
        Findings = [Finding("spec.a"), Finding("spec.b") with { Severity = Severity.Warning }, Finding("spec.c") with { Severity = Severity.Information }],
        Suppressed = [new(Finding("spec.d"), "for later")],
        NotApplicable = [new("no Service among these files", ["two", "three"])],
        Notes = ["1 document left out"],
    };

    [Fact]
    public void Text_OfAWholeReport_IsThis() => Assert.Equal(
        $"""
        error one: the stack spec.a
        {Lines}
        warning one: the stack spec.b
        {Lines}
        suppressed one: the stack spec.d (because: for later)
        not applicable: 2 checks (no Service among these files)
        note: 1 document left out
        3 checks passed, 1 warning, 1 error, 1 for information, 1 suppressed, 2 not applicable

        """,
        PlainConsole.Text(console => CheckText.Write(_report, Severity.Warning, console)));

    [Fact]
    public void Markdown_OfAWholeReport_IsThis() => Assert.Equal(
        """
        ### Checks of `dev`

        3 checks passed, 1 warning, 1 error, 1 for information, 1 suppressed, 2 not applicable.

        | | Check | Where | Found | Expected |
        | --- | --- | --- | --- | --- |
        | error | [one](../blob/HEAD/docs/checks.md#one) | `the stack spec.a` | `2` | `1` |
        | warning | [one](../blob/HEAD/docs/checks.md#one) | `the stack spec.b` | `2` | `1` |

        **one**: It is so. Otherwise: `no such thing`. Make it so.

        Note: `1 document left out`

        Suppressed:

        - one, `the stack spec.d`: `for later`

        """,
        CheckMarkdown.Write(_report, Severity.Warning));

    [Fact]
    public void Markdown_OfNoFinding_HasNoTable() => Assert.Equal(
        "### Checks of `dev`\n\n3 checks passed, 0 warnings, 0 errors, 0 for information, 0 suppressed.\n",
        CheckMarkdown.Write(_report with { Findings = [], Suppressed = [], NotApplicable = [], Notes = [] }, Severity.Information));

    [Theory]
    [InlineData(40, 40, false)]
    [InlineData(41, 40, true)]
    public void Markdown_OfMoreThanFortyFindings_SaysHowManyItLeavesOut(int findings, int rows, bool isCut)
    {
        var text = CheckMarkdown.Write(_report with { Findings = [.. Enumerable.Range(0, findings).Select(i => Finding($"spec.{i}"))] }, Severity.Information);

        Assert.Equal(rows, text.Split('\n').Count(line => line.StartsWith("| error", StringComparison.Ordinal)));
        Assert.Equal(isCut, text.Contains("\nLeft out: 1 findings. All of them: `kedastack check`.\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_OfAWholeReport_CountsAndListsEverything()
    {
        var json = JsonNode.Parse(CheckJson.Write(_report, Severity.Warning))!;

        Assert.Equal("dev", (string?)json["stack"]);
        Assert.Equal("""{"passed":3,"warnings":1,"errors":1,"information":1,"suppressed":1}""", json["summary"]!.ToJsonString());
        Assert.Equal(["spec.a", "spec.b"], json["findings"]!.AsArray().Select(finding => (string?)finding!["path"]));
        Assert.Equal(["for later"], json["suppressed"]!.AsArray().Select(finding => (string?)finding!["reason"]));
        Assert.Equal("""[{"reason":"no Service among these files","checks":["two","three"]}]""", json["notApplicable"]!.ToJsonString());
        Assert.Equal("""["1 document left out"]""", json["notes"]!.ToJsonString());
        Assert.Null(json["findings"]![0]!["resource"]);
        Assert.Null(json["findings"]![0]!["place"]);
    }

    [Fact]
    public void Json_OfAFile_HasTheObjectAndItsPlace()
    {
        var finding = JsonNode.Parse(CheckJson.Write(CheckedFiles.Report(App.With("maxReplicaCount: 20", "maxReplicaCount: \"20\"")), Severity.Error))!["findings"]![0]!;

        var line = App.Yaml.Split('\n').ToList().FindIndex(text => text.Contains("maxReplicaCount", StringComparison.Ordinal)) + 1;
        Assert.Equal((line, 3), ((int)finding["place"]!["line"]!, (int)finding["place"]!["column"]!));
        Assert.EndsWith("file.yaml", (string?)finding["place"]!["file"], StringComparison.Ordinal);
        Assert.Equal("shop/web", (string?)finding["resource"]!["name"]);
        Assert.Equal("kubernetes:keda.sh/v1alpha1:ScaledObject", (string?)finding["resource"]!["type"]);
    }

    [Fact]
    public void Sarif_OfAWholeReport_HasEachRuleOnceAndWhatToDo()
    {
        var run = JsonNode.Parse(CheckSarif.Write(_report, Severity.Information, settings: null))!["runs"]![0]!;

        Assert.Equal(
            """[{"id":"one","shortDescription":{"text":"It is so"},"fullDescription":{"text":"It has to be."},"help":{"text":"Make it so.","markdown":"Make it so.\n\nWithout it: `no such thing`."},"defaultConfiguration":{"level":"error"}}]""",
            Plain(run["tool"]!["driver"]!["rules"]!));
        Assert.Equal(["error", "warning", "note"], run["results"]!.AsArray().Select(result => (string?)result!["level"]));
        Assert.Equal(
            """{"ruleId":"one","ruleIndex":0,"level":"error","message":{"text":"It is so. the stack spec.a: found 2; expected 1. Make it so."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"stdin"},"region":{"startLine":1,"startColumn":1}},"logicalLocations":[{"fullyQualifiedName":"the stack spec.a"}]}],"partialFingerprints":{"object/v1":"one::the stack spec.a"}}""",
            Plain(run["results"]![0]!));
    }

    private const string Lines =
        """
          rule: It is so
          found: 2
          expected: 1
          live: `no such thing`
          fix: Make it so.
          more: docs/checks.md#one
        """;

    private static Finding Finding(string path) => new() { Check = _check, Path = path, Found = "2", Expected = "1" };

    private static string Plain(JsonNode node) => node.ToJsonString(_plain);
}

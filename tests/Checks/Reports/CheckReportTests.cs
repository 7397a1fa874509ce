using System.Text.Json.Nodes;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Reports.Writing;

namespace KedaStack.Tests.Checks.Reports;

public sealed class CheckReportTests
{
    private static readonly string[] _findingKeys =
        ["id", "severity", "resource", "path", "found", "expected", "title", "failure", "cause", "fix", "link"];

    private static readonly CheckReport _report = CheckRunner.Run(
        PreviewedStacks.Of(PreviewedStacks.Default).With("FederatedIdentityCredential/keda-credential", "subject", "system:serviceaccount:kube-system:keda-operator"),
        new Dictionary<string, string> { ["polling-without-effect"] = "for later" });

    [Fact]
    public void Json_Always_HasTheDocumentedShape()
    {
        var json = Json(Severity.Warning);

        Assert.Equal(["stack", "summary", "findings", "suppressed"], json.Select(entry => entry.Key));
        Assert.All(json["findings"]!.AsArray(), finding => Assert.Equal(_findingKeys, finding!.AsObject().Select(entry => entry.Key)));
        Assert.Equal([.. _findingKeys, "reason"], json["suppressed"]![0]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public void Json_OfAFinding_SaysWhatWasFoundWhereAndWhatToDo()
    {
        var finding = Json(Severity.Warning)["findings"]![0]!;

        Assert.Equal("federated-subject", finding["id"]!.GetValue<string>());
        Assert.Equal("error", finding["severity"]!.GetValue<string>());
        Assert.Equal("keda-credential", finding["resource"]!["name"]!.GetValue<string>());
        Assert.Equal("subject", finding["path"]!.GetValue<string>());
        Assert.Equal("system:serviceaccount:kube-system:keda-operator", finding["found"]!.GetValue<string>());
        Assert.Equal("system:serviceaccount:keda:keda-operator", finding["expected"]!.GetValue<string>());
        Assert.Contains("AADSTS700213", finding["failure"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("docs/checks.md#federated-subject", finding["link"]!.GetValue<string>());
    }

    [Fact]
    public void Json_OfErrorsOnly_LeavesTheRestOutAndCountsIt()
    {
        var json = Json(Severity.Error);

        Assert.Equal("federated-subject", Assert.Single(json["findings"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal(["passed", "warnings", "errors", "information", "suppressed"], json["summary"]!.AsObject().Select(entry => entry.Key));
        Assert.Equal(1, json["summary"]!["information"]!.GetValue<int>());
    }

    [Fact]
    public void Markdown_Always_LinksEachFinding()
    {
        var text = CheckMarkdown.Write(_report, Severity.Warning);

        Assert.Contains(
            "| error | [federated-subject](../blob/HEAD/docs/checks.md#federated-subject) | `keda-credential (FederatedIdentityCredential) subject` |",
            text,
            StringComparison.Ordinal);
        Assert.Contains(_report.Summary, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_OfASuppressedFinding_GivesTheReason() =>
        Assert.Contains("polling-without-effect, ", CheckMarkdown.Write(_report, Severity.Warning).Split("Suppressed:")[1], StringComparison.Ordinal);

    [Fact]
    public void Markdown_OfTextWithABar_KeepsTheTableWhole()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default)
            .With("Service/sample-app", "spec.type", "a|b"));

        Assert.Contains("`a\\|b`", CheckMarkdown.Write(report, Severity.Error), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfAFinding_NamesEverything()
    {
        var lines = Text(_report, Severity.Warning).Split('\n');

        Assert.Equal("error federated-subject: keda-credential (FederatedIdentityCredential) subject", lines[0]);
        Assert.Equal(
            ["rule", "found", "expected", "live", "fix", "more"], lines[1..7].Select(line => line.Trim().Split(':')[0]));
    }

    [Fact]
    public void Text_Always_EndsWithTheCounts() =>
        Assert.EndsWith($"{_report.Summary}\n", Text(_report, Severity.Warning), StringComparison.Ordinal);

    [Fact]
    public void Text_OfAReference_ShowsItWithoutBraces()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default)
            .With("RoleAssignment/keda-monitoring-data-reader", "principalId", "${keda-identity.clientId}"));

        Assert.Contains("  found: keda-identity.clientId\n", Text(report, Severity.Error), StringComparison.Ordinal);
    }

    private static JsonObject Json(Severity least) => JsonNode.Parse(CheckJson.Write(_report, least))!.AsObject();

    private static string Text(CheckReport report, Severity least) => PlainConsole.Text(console => CheckText.Write(report, least, console));
}

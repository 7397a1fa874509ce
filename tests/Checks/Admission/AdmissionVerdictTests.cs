using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Checks.Admission;
using KedaStack.Resources.Views;
using KedaStack.Tests.Checks.Files;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks.Admission;

/// <summary>The verdicts that a real API server with KEDA's real webhook gave (Kubernetes 1.37.2, KEDA 2.21.0) are predicted.</summary>
public sealed class AdmissionVerdictTests
{
    private static readonly string _whole = RepositoryRoot.PathOf("../shared/recordings/doctor/k1.37-keda2.21/_webhook.json");

    private static readonly IReadOnlyList<JsonObject> _recorded =
        [.. JsonNode.Parse(File.ReadAllText(File.Exists(_whole) ? _whole : RepositoryRoot.PathOf("tests/Checks/Admission/verdicts.json")))!.AsArray().OfType<JsonObject>()];

    public static TheoryData<string> Cases => [.. _recorded.Select((one, index) => $"{index} {one["case"]}")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Verdict_OfARecordedObject_IsTheRecordedOne(string name)
    {
        var recorded = _recorded[int.Parse(name.Split(' ')[0], CultureInfo.InvariantCulture)];
        var yaml = string.Join("\n---\n", recorded["given"]!.AsArray().Append(recorded["object"]).Select(one => one!.ToJsonString()));

        var graph = CheckedFiles.Graph(yaml);
        var verdict = AdmissionVerdict.Of(graph.Resources[^1], new StackView(graph));

        Assert.True((int)recorded["status"]! == verdict.Status, $"{name}: {verdict.Message}");
        Assert.Equal((string?)recorded["message"], verdict.Message);
        Assert.Equal((string?)recorded["warning"] ?? "", string.Join(", ", verdict.Warnings.Select(warning => $"299 - \"{warning}\"")));
    }

    [Fact]
    public void Recordings_AreOfEachStatus() =>
        Assert.Equal(new HashSet<int> { 201, 403, 422 }, [.. _recorded.Select(one => (int)one["status"]!)]);
}

using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Doctor;

/// <summary>A doctor's report for machines. Fields are added, never renamed, within a version of the schema; what does not apply is null.</summary>
internal static class DoctorJson
{
    /// <summary>The version of the schema.</summary>
    public const string Schema = "kedastack.doctor/1";

    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(DoctorReport report) => MachineJson.Write(Of(report));

    /// <summary>One line of JSON.</summary>
    public static string WriteLine(DoctorReport report) => MachineJson.WriteLine(Of(report));

    private static JsonObject Of(DoctorReport report)
    {
        var diagnosis = report.Worst;
        var chain = diagnosis.Chain;
        return new JsonObject
        {
            ["schema"] = Schema,
            ["source"] = new JsonObject { ["name"] = report.Source, ["why"] = report.Why },
            ["namespace"] = chain.Namespace,
            ["scaledObject"] = chain.ScaledObject.Text("metadata.name"),
            ["hpa"] = chain.Hpa.Text("metadata.name"),
            ["target"] = chain.TargetName.Length == 0 ? null : new JsonObject { ["kind"] = chain.TargetKind, ["name"] = chain.TargetName },
            ["versions"] = new JsonObject
            {
                ["kubernetes"] = chain.KubernetesVersion,
                ["keda"] = chain.Keda.Operators is [var one, ..] ? KedaInstallation.VersionTextOf(one) : null,
            },
            ["links"] = new JsonArray([.. diagnosis.Links.Select(link => (JsonNode)Link(link))]),
            ["first"] = diagnosis.First is { } first ? Link(first) : null,
            ["nothingRead"] = diagnosis.WhyNothing,
            ["prediction"] = new JsonObject { ["asPredicted"] = diagnosis.IsAsPredicted, ["sentence"] = diagnosis.Prediction },
            ["summary"] = new JsonObject(Enum.GetValues<LinkState>().Select(state =>
                KeyValuePair.Create(Word(state), (JsonNode?)diagnosis.Links.Count(link => link.Verdict.State == state)))),
            ["exitCode"] = report.ExitCode,
            ["others"] = new JsonArray([.. report.Diagnoses.Skip(1).Select(other => (JsonNode)new JsonObject
            {
                ["name"] = other.Chain.Name,
                ["first"] = other.First is { } link ? Link(link) : null,
                ["exitCode"] = other.ExitCode,
            })]),
        };
    }

    private static JsonObject Link(LinkResult link) => new()
    {
        ["id"] = link.Id,
        ["state"] = Word(link.Verdict.State),
        ["found"] = link.Verdict.Found,
        ["means"] = link.Verdict.Means,
        ["mend"] = link.Verdict.Mend,
        ["followsFrom"] = link.FollowsFrom,
    };

    private static string Word(LinkState state) => state == LinkState.NotRead ? "notRead" : DoctorText.Word(state).ToLowerInvariant();
}

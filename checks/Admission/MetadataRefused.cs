using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Checks.Admission.Schemas;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Admission;

/// <summary>Labels and annotations are texts.</summary>
internal sealed class MetadataRefused() : Check(new()
{
    Id = "metadata-refused",
    Severity = Severity.Error,
    Title = "Labels and annotations are texts",
    Failure = "`error: unable to decode \"web.yaml\": json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.annotations of type string`, and nothing of the object is created or changed",
    Cause = "YAML reads an unquoted `true`, `yes` or `0` as a boolean or a number, and every label and annotation is a text.",
    Fix = "Write it in quotes: `\"true\"`, `\"0\"`.",
    IsOnlyForFiles = true,
    IsCluster = true,
})
{
    private static readonly string[] _places = ["metadata", "spec.template.metadata"];
    private static readonly string[] _maps = ["labels", "annotations"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.Objects
        from place in _places
        from map in _maps
        let path = $"{place}.{map}"
        from fault in Faults(resource.Inputs.At(path), path)
        let words = BuiltInDecoding.Words(fault.Value, $"ObjectMeta.{path}", fault.Type)
        select Found(
            resource,
            fault.Path,
            place == "metadata" ? $"unable to decode \"{resource.Origin?.File}\": {words}" : $"{resource.Inputs.Text("kind")} cannot be handled as a {resource.Inputs.Text("kind")}: {words}",
            Expected(fault.Value, fault.Type));

    private static string Expected(JsonNode fault, string type) => (type, fault) switch
    {
        ("string", JsonValue value) => JsonSerializer.Serialize(Inputs.Scalar(value)),
        ("string", _) => "a text in quotes",
        _ => "a name and a text for each",
    };

    // YAML's null leaves a text empty.
    private static IEnumerable<(string Path, JsonNode Value, string Type)> Faults(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonObject map => map.Where(entry => entry.Value is not null && entry.Value.GetValueKind() != JsonValueKind.String)
            .Select(entry => (PropertyPath.Key(path, entry.Key), entry.Value!, "string")),
        _ => [(path, node, "map[string]string")],
    };
}

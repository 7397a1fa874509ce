using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>No input holds a secret in plain text.</summary>
internal sealed partial class PlainSecret() : Check(new()
{
    Id = "plain-secret",
    Severity = Severity.Error,
    Title = "No input holds a secret in plain text",
    Failure = "the secret in Pulumi's state, in the preview that is pasted into a pull request, and in `kubectl describe`",
    Cause = "What is not a Pulumi secret is stored and shown as it is.",
    Fix = "Use workload identity and no secret; where one is needed, `pulumi config set --secret` and a Kubernetes Secret that is made of it.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.Resources
        from leaf in Leaves(resource.Inputs, "")
        where LooksSecret(leaf.Path, leaf.Text, leaf.Owner, resource.Type)
        select Found(resource, leaf.Path, "what looks like a secret (not shown here)", "no secret, or a Pulumi secret");

    private static bool LooksSecret(string path, string text, JsonObject? owner, string type) =>
        text.Length > 0 && text != GraphOutput.Redacted && !ReferenceToken.FindAll(text).Any()
        && (Value().IsMatch(text)
            || (type == ResourceTypes.Secret && (path.StartsWith("data.", StringComparison.Ordinal) || path.StartsWith("stringData.", StringComparison.Ordinal)))
            || (path.EndsWith(".value", StringComparison.Ordinal) && Name().IsMatch(owner.Text("name") ?? "")));

    private static IEnumerable<(string Path, string Text, JsonObject? Owner)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? [(Join(path, entry.Key), value.GetValue<string>(), map)]
            : Leaves(entry.Value, Join(path, entry.Key))),
        JsonArray list => list.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(path, value.GetValue<string>(), null)],
        _ => [],
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY|AccountKey=|SharedAccessKey=|InstrumentationKey=|client-key-data|[?&]sig=[A-Za-z0-9%]{20}|gh[pousr]_[A-Za-z0-9]{30}|eyJ[A-Za-z0-9_-]{20,}\\.eyJ", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex("PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|CONNECTION_?STRING|CREDENTIAL", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

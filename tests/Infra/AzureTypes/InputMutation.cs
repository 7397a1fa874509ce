using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>A resource with one mistake.</summary>
/// <param name="Kind">The kind of mistake.</param>
/// <param name="Resource">The resource that was right.</param>
/// <param name="Path">Where the mistake is.</param>
/// <param name="Inputs">The inputs with it.</param>
internal sealed partial record InputMutation(InputMistake Kind, AzureResource Resource, string Path, JsonObject Inputs)
{
    // Their keys are the user's, and anything is right.
    private static readonly string[] _free = ["annotations", "labels", "tags"];

    /// <summary>The mistake in a line.</summary>
    public string Name => $"{Resource.Label} {Path}: {Kind}";

    /// <summary>Whether Azure's types notice.</summary>
    public bool IsCaught => OfficialTypes.Violations(Resource.Token, Inputs)
        .Except(OfficialTypes.Violations(Resource.Token, Resource.Inputs))
        .Any();

    /// <summary>Every mistake that a resource can have, in the order of its properties.</summary>
    public static IEnumerable<InputMutation> Of(AzureResource resource) =>
        from place in Places(resource.Inputs, "")
        from kind in Enum.GetValues<InputMistake>()
        where Applies(kind, place)
        select Make(kind, resource, place);

    private static bool Applies(InputMistake kind, (string Path, string? Key, JsonNode? Value) place) => kind switch
    {
        InputMistake.Renamed or InputMistake.Removed => place.Key is not null,
        InputMistake.WrongType => true,
        InputMistake.WrongWord => place.Value?.GetValueKind() is JsonValueKind.String && Word().IsMatch(place.Value.GetValue<string>()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such mistake."),
    };

    private static InputMutation Make(InputMistake kind, AzureResource resource, (string Path, string? Key, JsonNode? Value) place)
    {
        var inputs = (JsonObject)resource.Inputs.DeepClone();
        var value = PropertyBag.Find(inputs, place.Path);
        var parent = value!.Parent!;
        switch (kind)
        {
            case InputMistake.Renamed:
                parent.AsObject().Remove(place.Key!);
                parent[$"{place.Key}s"] = value;
                break;
            case InputMistake.Removed:
                parent.AsObject().Remove(place.Key!);
                break;
            case InputMistake.WrongType:
                value.ReplaceWith(OfAnotherType(value));
                break;
            case InputMistake.WrongWord:
                value.ReplaceWith(JsonValue.Create($"{value.GetValue<string>()}x"));
                break;
        }

        return new(kind, resource, place.Path, inputs);
    }

    private static JsonNode OfAnotherType(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => 1,
        JsonValueKind.Object or JsonValueKind.Array => "text",
        JsonValueKind.Number => value.ToJsonString(),
        _ => "yes",
    };

    private static IEnumerable<(string Path, string? Key, JsonNode? Value)> Places(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(entry => Place(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Key, entry.Value)),
        JsonArray list => list.SelectMany((item, i) => Place(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), null, item)),
        _ => [],
    };

    private static IEnumerable<(string Path, string? Key, JsonNode? Value)> Place(string path, string? key, JsonNode? value) =>
        Enumerable.Repeat((path, key, value), 1).Concat(_free.Contains(key) ? [] : Places(value, path));

    [GeneratedRegex("^[A-Za-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Bicep.Types.Concrete;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>
/// Holds a value against a type. Stricter than Azure in one thing: where a type lists words and allows others, for the
/// sake of words to come, only the listed ones are right.
/// </summary>
internal static class TypeCheck
{
    /// <summary>What is wrong, each as <c>path: what</c>.</summary>
    public static IEnumerable<string> Violations(TypeBase type, JsonNode? value) => Check(type, value, "");

    private static IEnumerable<string> Check(TypeBase type, JsonNode? value, string path) => type switch
    {
        AnyType => [],
        ObjectType map => value is JsonObject entries ? CheckObject(map.Properties, map.AdditionalProperties?.Type, entries, path) : [Must(path, "be an object")],
        DiscriminatedObjectType map => value is JsonObject entries ? CheckVariant(map, entries, path) : [Must(path, "be an object")],
        ArrayType list => value is JsonArray items ? CheckItems(list, items, path) : [Must(path, "be an array")],
        UnionType union => CheckUnion(union, value, path),
        StringLiteralType literal => Text(value) == literal.Value ? [] : [Must(path, $"be {literal.Value}")],
        StringType text => CheckText(text, Text(value), path),
        IntegerType integer => CheckInteger(integer, value, path),
        BooleanType => Kind(value) is JsonValueKind.True or JsonValueKind.False ? [] : [Must(path, "be a boolean")],
        NullType => value is null ? [] : [Must(path, "be null")],
        _ => throw new NotSupportedException($"{path} has a type of an unknown kind: {type.GetType().Name}."),
    };

    private static IEnumerable<string> CheckObject(
        IReadOnlyDictionary<string, ObjectTypeProperty> properties, TypeBase? others, JsonObject value, string path)
    {
        foreach (var (key, item) in value)
        {
            var place = path.Length == 0 ? key : $"{path}.{key}";
            if (properties.GetValueOrDefault(key) is not { } property)
            {
                foreach (var violation in others is null ? [$"{place}: is not in the type"] : Check(others, item, place))
                {
                    yield return violation;
                }
            }
            else if (IsReadOnly(property))
            {
                yield return $"{place}: is read-only";
            }
            else
            {
                foreach (var violation in Check(property.Type.Type, item, place))
                {
                    yield return violation;
                }
            }
        }

        foreach (var (key, property) in properties)
        {
            if (property.Flags.HasFlag(ObjectTypePropertyFlags.Required) && !IsReadOnly(property) && !value.ContainsKey(key))
            {
                yield return $"{(path.Length == 0 ? key : $"{path}.{key}")}: is missing";
            }
        }
    }

    private static IEnumerable<string> CheckVariant(DiscriminatedObjectType type, JsonObject value, string path)
    {
        if (Text(value[type.Discriminator]) is not { } word || type.Elements.GetValueOrDefault(word)?.Type is not ObjectType variant)
        {
            return [$"{path}.{type.Discriminator}: must be one of {string.Join(", ", type.Elements.Keys)}"];
        }

        var properties = type.BaseProperties.Concat(variant.Properties).DistinctBy(entry => entry.Key).ToDictionary();
        properties[type.Discriminator] = variant.Properties.GetValueOrDefault(type.Discriminator) ?? properties[type.Discriminator];
        return CheckObject(properties, variant.AdditionalProperties?.Type, value, path);
    }

    private static IEnumerable<string> CheckItems(ArrayType type, JsonArray items, string path)
    {
        if (items.Count < type.MinLength || items.Count > type.MaxLength)
        {
            yield return $"{path}: has {items.Count} items";
        }

        for (var i = 0; i < items.Count; i++)
        {
            foreach (var violation in Check(type.ItemType.Type, items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<string> CheckUnion(UnionType union, JsonNode? value, string path)
    {
        var words = union.Elements.Select(element => element.Type).OfType<StringLiteralType>().Select(literal => literal.Value).ToList();
        var isOfWords = union.Elements.All(element => element.Type is StringLiteralType or StringType);
        if (words.Count > 0 && isOfWords)
        {
            return Text(value) is not { } word ? [Must(path, "be a string")]
                : words.Contains(word) ? []
                : [$"{path}: {word} is none of {string.Join(", ", words)}"];
        }

        return union.Elements.Any(element => !Check(element.Type, value, path).Any()) ? [] : [$"{path}: fits none of the types"];
    }

    private static IEnumerable<string> CheckText(StringType type, string? text, string path)
    {
        if (text is null)
        {
            yield return Must(path, "be a string");
        }
        else if (text.Length < type.MinLength || text.Length > type.MaxLength)
        {
            yield return $"{path}: has {text.Length} characters";
        }
        else if (type.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant))
        {
            yield return $"{path}: does not match {pattern}";
        }
    }

    private static IEnumerable<string> CheckInteger(IntegerType type, JsonNode? value, string path)
    {
        if (Kind(value) is not JsonValueKind.Number || value!.Deserialize<double>() is var number && !double.IsInteger(number))
        {
            yield return Must(path, "be an integer");
        }
        else if (number < type.MinValue || number > type.MaxValue)
        {
            yield return $"{path}: is out of range";
        }
    }

    private static bool IsReadOnly(ObjectTypeProperty property) => property.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly);

    private static JsonValueKind? Kind(JsonNode? value) => value?.GetValueKind();

    private static string? Text(JsonNode? value) => Kind(value) is JsonValueKind.String ? value!.GetValue<string>() : null;

    private static string Must(string path, string what) => $"{path}: must {what}";
}

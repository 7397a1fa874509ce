using System.Text.Json.Nodes;
using Azure.Bicep.Types.Concrete;

namespace KedaStack.Tests.Infra.AzureTypes;

public sealed class TypeCheckTests
{
    private static readonly UnionType _word = Union(new StringLiteralType("Free"), new StringLiteralType("Standard"), Text());

    [Theory]
    [InlineData("""{"name": "a", "tier": "Free", "count": 1, "on": true, "list": ["x"]}""")]
    [InlineData("""{"name": "a", "any": {"x": [1, null]}}""")]
    [InlineData("""{"name": "a", "map": {"x": "y", "z": ""}}""")]
    [InlineData("""{"name": "a", "either": 1}""")]
    [InlineData("""{"name": "a", "either": "x"}""")]
    [InlineData("""{"name": "a", "variant": {"kind": "cat", "lives": 9, "age": 3}}""")]
    public void Violations_OfWhatIsRight_AreNone(string json) => Assert.Empty(Violations(json));

    [Theory]
    [InlineData("""{}""", "name: is missing")]
    [InlineData("""{"name": "a", "nmae": "b"}""", "nmae: is not in the type")]
    [InlineData("""{"name": "a", "id": "b"}""", "id: is read-only")]
    [InlineData("""{"name": 1}""", "name: must be a string")]
    [InlineData("""{"name": null}""", "name: must be a string")]
    [InlineData("""{"name": "A"}""", "name: does not match ^[a-z]+$")]
    [InlineData("""{"name": "abcde"}""", "name: has 5 characters")]
    [InlineData("""{"name": "a", "tier": "free"}""", "tier: free is none of Free, Standard")]
    [InlineData("""{"name": "a", "tier": 1}""", "tier: must be a string")]
    [InlineData("""{"name": "a", "count": 1.5}""", "count: must be an integer")]
    [InlineData("""{"name": "a", "count": "1"}""", "count: must be an integer")]
    [InlineData("""{"name": "a", "count": 11}""", "count: is out of range")]
    [InlineData("""{"name": "a", "count": 0}""", "count: is out of range")]
    [InlineData("""{"name": "a", "on": "true"}""", "on: must be a boolean")]
    [InlineData("""{"name": "a", "list": "x"}""", "list: must be an array")]
    [InlineData("""{"name": "a", "list": []}""", "list: has 0 items")]
    [InlineData("""{"name": "a", "list": ["x", 1]}""", "list[1]: must be a string")]
    [InlineData("""{"name": "a", "map": ["x"]}""", "map: must be an object")]
    [InlineData("""{"name": "a", "map": {"x": 1}}""", "map.x: must be a string")]
    [InlineData("""{"name": "a", "either": true}""", "either: fits none of the types")]
    [InlineData("""{"name": "a", "variant": {"kind": "cow"}}""", "variant.kind: must be one of cat")]
    [InlineData("""{"name": "a", "variant": {"kind": "cat"}}""", "variant.lives: is missing")]
    [InlineData("""{"name": "a", "variant": {"kind": "cat", "lives": 9, "age": "3"}}""", "variant.age: must be an integer")]
    [InlineData("""{"name": "a", "variant": {"kind": "cat", "lives": 9, "tail": 1}}""", "variant.tail: is not in the type")]
    public void Violations_OfAMistake_NameIt(string json, string violation) => Assert.Equal([violation], Violations(json));

    private static IEnumerable<string> Violations(string json) => TypeCheck.Violations(
        Map(
            ("id", Text(), ObjectTypePropertyFlags.ReadOnly | ObjectTypePropertyFlags.Required),
            ("name", new StringType(null, 1, 4, "^[a-z]+$"), ObjectTypePropertyFlags.Required),
            ("tier", _word, ObjectTypePropertyFlags.None),
            ("count", new IntegerType(1, 10), ObjectTypePropertyFlags.None),
            ("on", new BooleanType(), ObjectTypePropertyFlags.None),
            ("list", new ArrayType(Reference(Text()), 1, null), ObjectTypePropertyFlags.None),
            ("any", new AnyType(), ObjectTypePropertyFlags.None),
            ("map", new ObjectType("map", new Dictionary<string, ObjectTypeProperty>(), Reference(Text()), null), ObjectTypePropertyFlags.None),
            ("either", Union(Text(), new IntegerType(null, null)), ObjectTypePropertyFlags.None),
            ("variant", Variant(), ObjectTypePropertyFlags.None)),
        JsonNode.Parse(json));

    private static DiscriminatedObjectType Variant() => new(
        "pet",
        "kind",
        new Dictionary<string, ObjectTypeProperty> { ["age"] = new(Reference(new IntegerType(null, null)), ObjectTypePropertyFlags.None, "") },
        new Dictionary<string, ITypeReference>
        {
            ["cat"] = Reference(Map(
                ("kind", new StringLiteralType("cat"), ObjectTypePropertyFlags.Required),
                ("lives", new IntegerType(null, null), ObjectTypePropertyFlags.Required))),
        });

    private static ObjectType Map(params (string Key, TypeBase Type, ObjectTypePropertyFlags Flags)[] properties) => new(
        "map",
        properties.ToDictionary(property => property.Key, property => new ObjectTypeProperty(Reference(property.Type), property.Flags, "")),
        null,
        null);

    private static UnionType Union(params TypeBase[] types) => new([.. types.Select(Reference)]);

    private static StringType Text() => new(null, null, null, null);

    private static Direct Reference(TypeBase type) => new(type);

    private sealed record Direct(TypeBase Type) : ITypeReference;
}

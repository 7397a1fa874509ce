using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>Each keyword catches its violation and lets the rest pass.</summary>
public sealed class StructuralSchemaTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "\"a\"", "1")]
    [InlineData("""{ "type": "string" }""", "\"true\"", "true")]
    [InlineData("""{ "type": "integer" }""", "3", "3.5")]
    [InlineData("""{ "type": "integer" }""", "3", "\"3\"")]
    [InlineData("""{ "type": "number" }""", "3.5", "\"3.5\"")]
    [InlineData("""{ "type": "boolean" }""", "false", "\"false\"")]
    [InlineData("""{ "type": "array" }""", "[]", "{}")]
    [InlineData("""{ "type": "object" }""", "{}", "[]")]
    [InlineData("""{ "type": "string", "nullable": true }""", "null", "1")]
    [InlineData("""{ "type": "string" }""", "\"\"", "null")]
    [InlineData("""{ "x-kubernetes-int-or-string": true }""", "5", "5.5")]
    [InlineData("""{ "x-kubernetes-int-or-string": true }""", "\"50%\"", "true")]
    public void Type_OfTheValue_IsChecked(string schema, string valid, string invalid) => AssertChecks(schema, valid, invalid);

    [Theory]
    [InlineData("""{ "enum": [ "a", "b" ] }""", "\"b\"", "\"B\"")]
    [InlineData("""{ "enum": [ 1, 2 ] }""", "2", "\"2\"")]
    [InlineData("""{ "pattern": "^[0-9]+s$" }""", "\"10s\"", "\"10\"")]
    [InlineData("""{ "minLength": 2 }""", "\"ab\"", "\"a\"")]
    [InlineData("""{ "maxLength": 1 }""", "\"\uD83D\uDE00\"", "\"ab\"")]
    [InlineData("""{ "minimum": 0 }""", "0", "-1")]
    [InlineData("""{ "maximum": 3600 }""", "3600", "3601")]
    [InlineData("""{ "minimum": 0, "exclusiveMinimum": true }""", "1", "0")]
    [InlineData("""{ "maximum": 9, "exclusiveMaximum": true }""", "8", "9")]
    [InlineData("""{ "multipleOf": 5 }""", "10", "11")]
    [InlineData("""{ "format": "int32" }""", "2147483647", "2147483648")]
    [InlineData("""{ "format": "date-time" }""", "\"2026-01-02T03:04:05Z\"", "\"today\"")]
    public void Value_OfAScalar_IsChecked(string schema, string valid, string invalid) => AssertChecks(schema, valid, invalid);

    [Theory]
    [InlineData("""{ "items": { "type": "integer" } }""", "[ 1, 2 ]", "[ 1, \"2\" ]")]
    [InlineData("""{ "minItems": 1 }""", "[ 1 ]", "[]")]
    [InlineData("""{ "maxItems": 1 }""", "[ 1 ]", "[ 1, 2 ]")]
    [InlineData("""{ "uniqueItems": true }""", "[ { \"a\": 1 }, { \"a\": 2 } ]", "[ { \"a\": 1 }, { \"a\": 1 } ]")]
    [InlineData("""{ "x-kubernetes-list-type": "set" }""", "[ 1, 2 ]", "[ 1, 1 ]")]
    [InlineData("""{ "x-kubernetes-list-type": "atomic" }""", "[ 1, 1 ]", "null")]
    public void Items_OfAList_AreChecked(string schema, string valid, string invalid) => AssertChecks(schema, valid, invalid);

    [Theory]
    [InlineData("""{ "properties": { "a": { "type": "string" } } }""", "{ \"a\": \"x\" }", "{ \"a\": 1 }")]
    [InlineData("""{ "properties": { "a": {} } }""", "{ \"a\": 1 }", "{ \"b\": 1 }")]
    [InlineData("""{ "type": "object" }""", "{}", "{ \"b\": 1 }")]
    [InlineData("""{ "required": [ "a" ], "properties": { "a": {} } }""", "{ \"a\": 1 }", "{}")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", "{ \"a\": \"1\" }", "{ \"a\": 1 }")]
    [InlineData("""{ "additionalProperties": true }""", "{ \"a\": { \"b\": 1 } }", "null")]
    [InlineData("""{ "additionalProperties": false }""", "{}", "{ \"a\": 1 }")]
    [InlineData(
        """{ "x-kubernetes-preserve-unknown-fields": true, "properties": { "a": { "type": "string" } } }""",
        "{ \"a\": \"x\", \"b\": 1 }",
        "{ \"a\": 1, \"b\": 1 }")]
    [InlineData("""{ "minProperties": 1, "additionalProperties": true }""", "{ \"a\": 1 }", "{}")]
    [InlineData("""{ "maxProperties": 1, "additionalProperties": true }""", "{ \"a\": 1 }", "{ \"a\": 1, \"b\": 2 }")]
    public void Properties_OfAMap_AreChecked(string schema, string valid, string invalid) => AssertChecks(schema, valid, invalid);

    [Theory]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string" } ] }""", "1", "true")]
    [InlineData("""{ "allOf": [ { "minimum": 1 }, { "maximum": 3 } ] }""", "2", "4")]
    [InlineData("""{ "oneOf": [ { "minimum": 1 }, { "maximum": 3 } ] }""", "4", "2")]
    [InlineData("""{ "not": { "enum": [ "a" ] } }""", "\"b\"", "\"a\"")]
    [InlineData(
        """{ "properties": { "a": {}, "b": {} }, "oneOf": [ { "required": [ "a" ] }, { "required": [ "b" ] } ] }""",
        "{ \"a\": 1 }",
        "{ \"a\": 1, \"b\": 1 }")]
    public void Junctors_OfASchema_AreChecked(string schema, string valid, string invalid) => AssertChecks(schema, valid, invalid);

    [Fact]
    public void Violations_DeepInside_HaveTheirPaths()
    {
        var schema = Schema(
            """
            {
              "type": "object",
              "properties": {
                "list": { "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } },
                "map": { "type": "object", "additionalProperties": { "type": "integer" } }
              }
            }
            """);

        Assert.Equal(
            ["list[1].a: must be string", "list[1].b: is not in the schema", "map.x: must be integer"],
            schema.Validate(JsonNode.Parse("""{ "list": [ {}, { "a": 1, "b": 2 } ], "map": { "x": "1" } }""")));
    }

    [Fact]
    public void Keyword_ThatIsNotKnown_IsNotPassedOver()
    {
        var schema = Schema("""{ "properties": { "a": { "items": { "contains": {} } } } }""");

        Assert.Equal(["contains"], schema.UnknownKeywords());
        Assert.Throws<NotSupportedException>(() => schema.Validate(JsonNode.Parse("""{ "a": [ 1 ] }""")));
    }

    private static void AssertChecks(string schema, string valid, string invalid)
    {
        Assert.Empty(Schema(schema).Validate(JsonNode.Parse(valid)));
        Assert.Single(Schema(schema).Validate(JsonNode.Parse(invalid)));
    }

    private static StructuralSchema Schema(string json) => new((JsonObject)JsonNode.Parse(json)!);
}

using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.CustomResources;

public sealed class CustomResourceDefinitionTests
{
    private const string Widget =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          group: example.com
          names:
            kind: Widget
          versions:
          - name: v1
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  apiVersion: { type: string }
                  kind: { type: string }
                  metadata: { type: object }
                  spec: { type: object, properties: { size: { type: integer } } }
        """;

    [Fact]
    public void Validate_ValidResource_FindsNothing() => Assert.Empty(Validate("""{ "size": 3 }"""));

    [Fact]
    public void Validate_UnknownProperty_IsAViolation() =>
        Assert.Equal(["spec.sise: is not in the schema"], Validate("""{ "sise": 3 }"""));

    [Fact]
    public void Validate_OutsideATighterBound_IsAViolation()
    {
        var definition = new CustomResourceDefinition(Widget).Bound("spec.size", minimum: 1, maximum: 5);

        Assert.Empty(definition.Validate(Resource("""{ "size": 5 }""")));
        Assert.Equal(["spec.size: is above 5"], definition.Validate(Resource("""{ "size": 6 }""")));
        Assert.Equal(["spec.size: is below 1"], definition.Validate(Resource("""{ "size": 0 }""")));
    }

    [Theory]
    [InlineData("apiVersion", "example.com/v2")]
    [InlineData("kind", "Gadget")]
    public void Validate_AnotherKind_IsAViolation(string property, string value)
    {
        var resource = Resource("{}");
        resource[property] = value;

        Assert.StartsWith(
            $"{property}: ", Assert.Single(new CustomResourceDefinition(Widget).Validate(resource)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "With_Underscore")]
    [InlineData("name", "")]
    [InlineData("namespace", null)]
    public void Validate_NoNameOrNamespace_IsAViolation(string property, string? value)
    {
        var resource = Resource("{}");
        resource["metadata"]![property] = value;

        Assert.Equal([$"metadata.{property}: is not a DNS subdomain name"], new CustomResourceDefinition(Widget).Validate(resource));
    }

    private static IReadOnlyList<string> Validate(string spec) => new CustomResourceDefinition(Widget).Validate(Resource(spec));

    private static JsonObject Resource(string spec) => new()
    {
        ["apiVersion"] = "example.com/v1",
        ["kind"] = "Widget",
        ["metadata"] = new JsonObject { ["name"] = "one", ["namespace"] = "here", ["labels"] = new JsonObject { ["a"] = "b" } },
        ["spec"] = JsonNode.Parse(spec),
    };
}

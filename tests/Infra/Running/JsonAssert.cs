using System.Text.Json.Nodes;

namespace KedaStack.Tests.Infra.Running;

/// <summary>Compares whole values, in any order of keys.</summary>
internal static class JsonAssert
{
    /// <param name="expected">JSON.</param>
    /// <param name="actual">A value of a property bag.</param>
    public static void Equal(string expected, JsonNode? actual) =>
        Assert.Equal(PropertyBag.Text(JsonNode.Parse(expected)), PropertyBag.Text(actual));
}

using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;

namespace KedaStack.Tests.Resources.Graph;

public sealed class DependencyGraphTests
{
    private const string Group = "group";

    // top depends on a, a reads an output of b, b is made by the provider, the provider depends on the component group, of which c is a part, and d of a component in it.
    private static readonly GraphResource[] _all =
    [
        Of("top", dependsOn: ["a"]), Of("a", reads: "b"), Of("b", provider: "provider"), Of("provider", dependsOn: [Group]),
        Of(Group) with { IsComponent = true }, Of("c") with { Parent = Urn(Group) }, Of("other"),
        Of("inner") with { IsComponent = true, Parent = Urn(Group) }, Of("d") with { Parent = Urn("inner") },
    ];

    [Theory]
    [InlineData("top", "a", true)]
    [InlineData("top", "b", true)]
    [InlineData("top", "provider", true)]
    [InlineData("top", "c", true)]
    [InlineData("a", "c", true)]
    [InlineData("top", "d", true)]
    [InlineData("b", "top", false)]
    [InlineData("c", "provider", false)]
    [InlineData("top", "other", false)]
    [InlineData("other", "top", false)]
    public void Needs_OfResources_IsDirectOrThroughOthers(string one, string other, bool expected) =>
        Assert.Equal(expected, Graph(_all).Needs(Find(one), Find(other)));

    [Fact]
    public void Needs_InACircle_Ends()
    {
        GraphResource[] circle = [Of("a", dependsOn: ["b"]), Of("b", dependsOn: ["a"]), Of("c")];

        Assert.False(Graph(circle).Needs(circle[0], circle[2]));
        Assert.True(Graph(circle).Needs(circle[0], circle[1]));
    }

    private static DependencyGraph Graph(GraphResource[] resources) => new StackView(new ResourceGraph
    {
        Stack = "dev",
        Resources = resources,
        Outputs = new Dictionary<string, GraphOutput>(),
    }).Dependencies;

    private static GraphResource Find(string name) => Array.Find(_all, resource => resource.Name == name)!;

    private static string Urn(string name) => $"urn:pulumi:dev::app::test:index:Thing::{name}";

    private static GraphResource Of(string name, string[]? dependsOn = null, string? reads = null, string? provider = null) => new()
    {
        Urn = Urn(name),
        Type = "test:index:Thing",
        Name = name,
        Provider = provider is null ? null : Urn(provider),
        IsComponent = false,
        Inputs = new JsonObject(),
        References = reads is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["input"] = [$"{reads}.id"] },
        Options = GraphOptions.None with { DependsOn = [.. (dependsOn ?? []).Select(Urn)] },
    };
}

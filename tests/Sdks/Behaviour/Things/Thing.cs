using System.Collections.Immutable;
using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

/// <summary>A resource of no provider's, with an output of every kind.</summary>
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null, string type = "test:index:Thing")
    : CustomResource(type, name, args, options)
{
    [Output("text")]
    public Output<string?> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double?> Ratio { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("items")]
    public Output<ImmutableArray<string>> Items { get; private set; } = null!;

    [Output("part")]
    public Output<Part?> Part { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<Part>> Parts { get; private set; } = null!;

    [Output("either")]
    public Output<Union<string, int>?> Either { get; private set; } = null!;

    [Output("anything")]
    public Output<object?> Anything { get; private set; } = null!;
}

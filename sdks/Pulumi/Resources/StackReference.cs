using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of a stack as they are now.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads them.</summary>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack's full name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs by name.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the outputs that are secrets.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>One output; nothing in it when the stack has no such output or it is not known.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var outputs = await Outputs.Data.ConfigureAwait(false);
        var secrets = await SecretOutputNames.Data.ConfigureAwait(false);
        var value = outputs.IsKnown ? outputs.As<ImmutableDictionary<string, object>>()?.GetValueOrDefault(name) : null;
        var isSecret = secrets is { IsKnown: true, Value: ImmutableArray<string> { IsDefault: false } names } && names.Contains(name);
        return isSecret
            ? new StackReferenceOutputDetails { SecretValue = value }
            : new StackReferenceOutputDetails { Value = value };
    }
}

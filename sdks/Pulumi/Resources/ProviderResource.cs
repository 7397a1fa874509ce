namespace Pulumi;

/// <summary>A provider with settings of its own.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Registers the provider of a package.</summary>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options)
        => Package = package;

    internal string Package { get; }

    /// <summary>How a resource names its provider: <c>urn::id</c>.</summary>
    internal async Task<string> ReferenceAsync()
    {
        const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        var urn = await Urn.Data.ConfigureAwait(false);
        var id = await Id.Data.ConfigureAwait(false);
        return $"{urn.Value}::{(id is { IsKnown: true, Value: string { Length: > 0 } known } ? known : Unknown)}";
    }
}

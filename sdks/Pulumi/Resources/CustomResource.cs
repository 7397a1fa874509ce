namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers the resource.</summary>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    /// <summary>The id that the provider gives.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

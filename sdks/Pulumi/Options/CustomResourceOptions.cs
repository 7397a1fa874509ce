namespace Pulumi;

/// <summary>The options of a custom resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replacement deletes the old resource first.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are secrets besides those the provider says.</summary>
    public List<string> AdditionalSecretOutputs { get; set; } = [];

    /// <summary>The id of an existing resource to adopt.</summary>
    public string? ImportId { get; set; }

    /// <summary>A copy of the first with what the second sets; lists are put together.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.CopyFrom(options);
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);
}

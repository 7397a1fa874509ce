namespace Pulumi;

/// <summary>The options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers that the component's children use, at most one of each package.</summary>
    public List<ProviderResource> Providers { get; set; } = [];

    /// <summary>A copy of the first with what the second sets; lists are put together, of each package the last provider stays.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.CopyFrom(options);
            merged.Providers.AddRange(options.Providers);
        }

        merged.Providers = [.. merged.Providers.AsEnumerable().Reverse().DistinctBy(provider => provider.Package).Reverse()];
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions { Providers = [.. Providers] };
        copy.CopyFrom(this);
        return copy;
    }
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The base of custom resources and components.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private readonly List<Resource> _children = [];

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_type, _name) = (type, name);
        var deployment = Deployment.Instance.Mocked;
        OutputProperties = new ResourceOutputs(this);

        var above = type == RootStack.Type ? null : options.Parent ?? deployment.Stack;
        _transformations = [.. options.ResourceTransformations, .. above?._transformations ?? []];
        (args, options) = Transform(args, options);

        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        _protect = options.Protect;
        _providers = _providers.SetItems(ResolveProviders(options));
        deployment.Monitor.Register(this, args, options);
    }

    /// <summary>The name that identifies the resource in its stack.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ResourceOutputs OutputProperties { get; }

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name in the program.</summary>
    public string GetResourceName() => _name;

    /// <summary>The provider that children with a token like this one inherit.</summary>
    internal ProviderResource? GetProvider(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    /// <summary>What waiting for this resource means: itself, or for a component the custom resources below it.</summary>
    internal IEnumerable<CustomResource> Reachable()
    {
        if (this is CustomResource custom)
        {
            return [custom];
        }

        lock (_children)
        {
            return [.. _children.SelectMany(child => child.Reachable())];
        }
    }

    private static string? PackageOf(string token) => token.Split(':') is { Length: 3 } parts ? parts[0] : null;

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    /// <summary>The result's options are a copy: inherited values must not show in what the caller passed in.</summary>
    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } result)
            {
                if (result.Options.Parent != options.Parent)
                {
                    throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
                }

                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options.Clone());
    }

    /// <summary>Sets a custom resource's own provider; gives the providers that it adds for its children.</summary>
    private Dictionary<string, ProviderResource> ResolveProviders(ResourceOptions options)
    {
        var added = new Dictionary<string, ProviderResource>();
        if (options is ComponentResourceOptions component)
        {
            if (options.Provider is not null && component.Providers.Count > 0)
            {
                throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
            }

            foreach (var provider in options.Provider is null ? component.Providers : [options.Provider])
            {
                added[provider.Package] = provider;
            }
        }
        else if (options.Provider is null)
        {
            options.Provider = options.Parent?.GetProvider(_type);
        }
        else if (PackageOf(_type) is { } package)
        {
            added[package] = options.Provider;
        }

        return added;
    }
}

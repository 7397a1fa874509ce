using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>What the engine does for a program, done with mocks: registers resources, calls functions.</summary>
internal sealed class MockMonitor(MockDeployment deployment, IMocks mocks)
{
    private readonly List<Resource> _resources = [];

    /// <summary>The registered resources but for the stack.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_resources)
            {
                return [.. _resources.Where(resource => resource is not RootStack)];
            }
        }
    }

    /// <summary>Registers the resource and fills its outputs; the run waits for it.</summary>
    public void Register(Resource resource, ResourceArgs args, ResourceOptions options)
        => deployment.Track(CompleteAsync(resource, args, options));

    /// <summary>Hands a component's outputs to the mocks; the run waits for it.</summary>
    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => deployment.Track(RegisterOutputsAsync(resource, outputs));

    /// <summary>The result of a function; unknown when an argument is, or the id of a resource that it depends on.</summary>
    public async Task<OutputData> InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, Type result)
    {
        var serializer = new Serializer();
        Dictionary<string, object?> inputs;
        try
        {
            inputs = await serializer.SerializeInputsAsync(args.ToDictionary()).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            deployment.LogError($"Error serializing arguments for invoke {token}: {exception}");
            throw;
        }

        serializer.Dependencies.UnionWith(await ResolveAsync((options as InvokeOutputOptions)?.DependsOn).ConfigureAwait(false));
        var isKnown = inputs.Values.All(input => PropertyBag.Open(input).IsKnown);
        foreach (var resource in serializer.Dependencies.SelectMany(dependency => dependency.Reachable()))
        {
            isKnown &= (await resource.Id.Data.ConfigureAwait(false)).IsKnown;
        }

        return isKnown
            ? await CallAsync(token, inputs, options, result).ConfigureAwait(false) with { Resources = [.. serializer.Dependencies] }
            : OutputData.Of(null, isKnown: false);
    }

    /// <summary>The result of a function whose arguments are plain values.</summary>
    public async Task<OutputData> InvokePlainAsync(string token, InvokeArgs args, InvokeOptions? options, Type result)
    {
        var inputs = await new Serializer().SerializeInputsAsync(args.ToDictionary()).ConfigureAwait(false);
        return await CallAsync(token, inputs, options, result).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<Resource>> ResolveAsync(InputList<Resource>? resources)
    {
        var data = resources is null ? null : await resources.Output.Data.ConfigureAwait(false);
        return data is { IsKnown: true, Value: ImmutableArray<Resource> { IsDefault: false } known } ? known : [];
    }

    private static async Task WaitForAsync(IEnumerable<Resource> dependencies)
    {
        foreach (var resource in dependencies.SelectMany(dependency => dependency.Reachable()))
        {
            await resource.Urn.Data.ConfigureAwait(false);
        }
    }

    private async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            var (urn, id, state) = await RegisterAsync(resource, args, options).ConfigureAwait(false);
            resource.OutputProperties.Complete(urn, id, state, deployment.IsPreview);
        }
        catch (Exception exception)
        {
            resource.OutputProperties.Fail(exception);
            throw;
        }
    }

    private async Task<(string Urn, string Id, ImmutableDictionary<string, object?> State)> RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var readId = options.Id is null ? null : (await options.Id.Output.Data.ConfigureAwait(false)).As<string?>();
        var isRead = !string.IsNullOrEmpty(readId);
        if (options.DeletedWith is { } deletedWith)
        {
            await deletedWith.Urn.Data.ConfigureAwait(false);
        }

        var dependencies = await ResolveAsync(options.DependsOnIfSet).ConfigureAwait(false);
        var serializer = new Serializer();
        var inputs = await serializer.SerializeInputsAsync(args.ToDictionary(), "id", "urn").ConfigureAwait(false);
        var urn = await NewUrnAsync(resource, options.Parent).ConfigureAwait(false);
        var provider = resource is CustomResource && options.Provider is not null
            ? await options.Provider.ReferenceAsync().ConfigureAwait(false)
            : "";
        await WaitForAsync(dependencies).ConfigureAwait(false);
        await WaitForAsync(serializer.Dependencies).ConfigureAwait(false);
        lock (_resources)
        {
            _resources.Add(resource);
        }

        if (resource is RootStack)
        {
            return (urn, "", ImmutableDictionary<string, object?>.Empty);
        }

        var knownId = isRead ? readId! : (options as CustomResourceOptions)?.ImportId ?? "";
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = PropertyBag.Known(inputs),
            Provider = provider,
            Id = knownId,
        }).ConfigureAwait(false);
        return (urn, isRead ? knownId : id ?? knownId, await PropertyBag.OfMockAsync(state).ConfigureAwait(false));
    }

    /// <summary>However deep the parent is, its part of the type is that of the stack: the official mocks do the same.</summary>
    private async Task<string> NewUrnAsync(Resource resource, Resource? parent)
    {
        var type = resource.GetResourceType();
        if (resource is not RootStack)
        {
            var parentUrn = (await (parent ?? deployment.Stack).Urn.Data.ConfigureAwait(false)).As<string>();
            type = $"{parentUrn.Split("::")[2].Split('$')[0]}${type}";
        }

        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{type}::{resource.GetResourceName()}";
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = (await resource.Urn.Data.ConfigureAwait(false)).As<string>();
        var values = (await outputs.Data.ConfigureAwait(false)).As<IDictionary<string, object?>>();
        var serialized = await new Serializer().SerializeInputsAsync(values).ConfigureAwait(false);
        var request = new MockRegisterResourceOutputsRequest(urn, serialized.ToImmutableDictionary(
            output => output.Key, output => new Output<object?>(Task.FromResult(PropertyBag.Open(output.Value)))));
        await mocks.RegisterResourceOutputs(request).ConfigureAwait(false);
    }

    private async Task<OutputData> CallAsync(string token, Dictionary<string, object?> inputs, InvokeOptions? options, Type result)
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var given = await mocks.CallAsync(new MockCallArgs
        {
            Token = token,
            Args = PropertyBag.Known(inputs),
            Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
        }).ConfigureAwait(false);
        return PropertyBag.Open(await PropertyBag.OfMockAsync(given).ConfigureAwait(false), result);
    }
}

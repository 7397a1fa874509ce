using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program under mocks.</summary>
internal sealed class MockDeployment(IMocks mocks, TestOptions? options)
{
    private readonly TaskTracker _tasks = new();
    private readonly List<Resource> _resources = [];
    private readonly List<string> _errors = [];
    private RootStack? _stack;

    public bool IsPreview { get; } = options?.IsPreview ?? true;

    public string StackName { get; } = options?.StackName ?? "stack";

    public string ProjectName { get; } = options?.ProjectName ?? "project";

    public string OrganizationName { get; } = options?.OrganizationName ?? "organization";

    public string? RootDirectory { get; } = options?.RootDirectory;

    public ImmutableDictionary<string, string> Configuration { get; } = EnvironmentConfig.Read();

    public Resource Stack => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");

    /// <summary>Runs the program and waits for what it started; the resources come in the order of their registration.</summary>
    public async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> RunAsync(
        Func<IDictionary<string, object?>> program)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        IReadOnlyList<Exception> exceptions;
        try
        {
            _stack = new RootStack($"{ProjectName}-{StackName}");
            outputs = program();
            RegisterOutputs(_stack, Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty));
            exceptions = await _tasks.IdleOrFailedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            exceptions = [exception];
        }

        foreach (var exception in exceptions)
        {
            // The official SDK's "the user has been told already".
            Environment.ExitCode = 32;
            LogError(Describe(exception));
        }

        lock (_errors)
        {
            return _errors.Count switch
            {
                0 => ([.. RegisteredResources()], outputs),
                1 => throw new RunException(_errors[0]),
                _ => throw new AggregateException(_errors.Select(error => new RunException(error))),
            };
        }
    }

    public void Track(Task task) => _tasks.Add(task);

    public void LogError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    public void Register(Resource resource, ResourceArgs args, ResourceOptions options)
        => Track(CompleteAsync(resource, args, options));

    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => Track(RegisterOutputsAsync(resource, outputs));

    /// <summary>The result of a function; unknown when an argument is, or a resource that it depends on.</summary>
    public async Task<OutputData> InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, Type result)
    {
        var serializer = new Serializer();
        Dictionary<string, object?> inputs;
        try
        {
            inputs = await serializer.SerializeInputsAsync((args ?? InvokeArgs.Empty).ToDictionary()).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogError($"Error serializing arguments for invoke {token}: {exception}");
            throw;
        }

        var dependencies = await ResolveAsync((options as InvokeOutputOptions)?.DependsOn).ConfigureAwait(false);
        serializer.Dependencies.UnionWith(dependencies);
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
        var inputs = await new Serializer().SerializeInputsAsync((args ?? InvokeArgs.Empty).ToDictionary()).ConfigureAwait(false);
        return await CallAsync(token, inputs, options, result).ConfigureAwait(false);
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException or ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };

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
            resource.Outputs.Complete(urn, id, state, IsPreview);
        }
        catch (Exception exception)
        {
            resource.Outputs.Fail(exception);
            throw;
        }
    }

    private async Task<(string Urn, string Id, ImmutableDictionary<string, object?> State)> RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var existingId = options.Id is null ? null : (await options.Id.Output.Data.ConfigureAwait(false)).As<string?>();
        if (options.DeletedWith is { } deletedWith)
        {
            await deletedWith.Urn.Data.ConfigureAwait(false);
        }

        var dependencies = await ResolveAsync(options.DependsOnIfSet).ConfigureAwait(false);
        var serializer = new Serializer();
        var inputs = await serializer.SerializeInputsAsync(args.ToDictionary(), "id", "urn").ConfigureAwait(false);
        var parent = resource == _stack || resource is RootStack ? null : options.Parent ?? Stack;
        var parentUrn = parent is null ? null : (await parent.Urn.Data.ConfigureAwait(false)).As<string>();
        var provider = resource is CustomResource && options.Provider is not null
            ? await options.Provider.ReferenceAsync().ConfigureAwait(false) : "";
        await WaitForAsync(dependencies).ConfigureAwait(false);
        await WaitForAsync(serializer.Dependencies).ConfigureAwait(false);

        lock (_resources)
        {
            _resources.Add(resource);
        }

        var urn = NewUrn(parentUrn, resource);
        if (resource is RootStack)
        {
            return (urn, "", ImmutableDictionary<string, object?>.Empty);
        }

        var knownId = string.IsNullOrEmpty(existingId) ? (options as CustomResourceOptions)?.ImportId ?? "" : existingId;
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = PropertyBag.Known(inputs),
            Provider = provider,
            Id = knownId,
        }).ConfigureAwait(false);
        var isRead = !string.IsNullOrEmpty(existingId);
        return (urn, isRead ? knownId : id ?? knownId, await PropertyBag.OfMockAsync(state).ConfigureAwait(false));
    }

    /// <summary>Below any parent the type is that of the root and the resource's own, as the official mocks have it.</summary>
    private string NewUrn(string? parentUrn, Resource resource)
    {
        var type = resource.GetResourceType();
        var qualified = parentUrn is null ? type : $"{parentUrn.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{StackName}::{ProjectName}::{qualified}::{resource.GetResourceName()}";
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = (await resource.Urn.Data.ConfigureAwait(false)).As<string>();
        var values = (await outputs.Data.ConfigureAwait(false)).As<IDictionary<string, object?>>();
        var serialized = await new Serializer().SerializeInputsAsync(values).ConfigureAwait(false);
        await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            urn, serialized.ToImmutableDictionary(
                output => output.Key, output => new Output<object?>(Task.FromResult(PropertyBag.Open(output.Value)))))).ConfigureAwait(false);
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

    private List<Resource> RegisteredResources()
    {
        lock (_resources)
        {
            return [.. _resources.Where(resource => resource is not RootStack)];
        }
    }
}

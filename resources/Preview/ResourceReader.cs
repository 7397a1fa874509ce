using System.Collections.Immutable;
using KedaStack.Resources.Graph;
using KedaStack.Scaling.Quantities;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace KedaStack.Resources.Preview;

/// <summary>Puts what the mocks and the transformation saw of each resource together.</summary>
/// <param name="request">What was previewed.</param>
/// <param name="mocks">The mocks after the run.</param>
/// <param name="recorder">The transformation after the run.</param>
/// <param name="secrets">Texts that no input may show.</param>
internal sealed class ResourceReader(
    PreviewRequest request, PreviewMocks mocks, ResourceRecorder recorder, IReadOnlySet<string> secrets)
{
    private readonly Dictionary<Resource, ResourceOptions> _options =
        recorder.Resources.ToDictionary(entry => entry.Resource, entry => entry.Options);

    /// <summary>The resources, in the order in which the program makes them.</summary>
    public async Task<IReadOnlyList<GraphResource>> ReadAllAsync()
    {
        var resources = new List<GraphResource>();
        foreach (var (resource, options) in recorder.Resources)
        {
            resources.Add(await ReadAsync(resource, options));
        }

        return resources;
    }

    private async Task<GraphResource> ReadAsync(Resource resource, ResourceOptions options)
    {
        var type = resource.GetResourceType();
        var name = resource.GetResourceName();
        var registration = mocks.Registrations[(type, name)];
        var inputs = InputValues.ToJson(registration.Inputs, secrets);
        return new GraphResource
        {
            Urn = Urn(resource),
            Type = type,
            Name = name,
            Parent = options.Parent is { } parent && _options.ContainsKey(parent) ? Urn(parent) : null,
            Provider = Provider(registration),
            IsComponent = resource is ComponentResource,
            Inputs = inputs,
            References = InputValues.References(inputs),
            Options = new GraphOptions
            {
                DependsOn = await UrnsAsync(options.DependsOn),
                DeletedWith = options.DeletedWith is { } with ? Urn(with) : null,
                IgnoreChanges = options.IgnoreChanges,
                ReplaceOnChanges = options.ReplaceOnChanges,
                Protect = options.Protect ?? false,
                Hooks = Hooks(options.Hooks),
                Timeouts = Timeouts(options.CustomTimeouts),
            },
        };
    }

    /// <summary>The URN as the engine builds it, from the types of all ancestors below the stack.</summary>
    private string Urn(Resource resource) =>
        $"urn:pulumi:{request.Stack}::{request.Project}::{QualifiedType(resource)}::{resource.GetResourceName()}";

    private string QualifiedType(Resource resource) =>
        _options.TryGetValue(resource, out var options) && options.Parent is { } parent && _options.ContainsKey(parent)
            ? $"{QualifiedType(parent)}${resource.GetResourceType()}"
            : resource.GetResourceType();

    /// <summary>The provider that the registration names as <c>urn::id</c>; its name is the URN's last part.</summary>
    private string? Provider(MockResourceArgs registration)
    {
        if (string.IsNullOrEmpty(registration.Provider))
        {
            return null;
        }

        var name = registration.Provider.Split("::")[^2];
        return _options.Keys.OfType<ProviderResource>().Where(provider => provider.GetResourceName() == name).Select(Urn).Single();
    }

    private async Task<IReadOnlyList<string>> UrnsAsync(InputList<Resource> resources)
    {
        Output<ImmutableArray<Resource>> output = resources;
        var values = await OutputUtilities.GetValueAsync(output);
        return values.IsDefaultOrEmpty ? [] : [.. values.Select(Urn).Distinct().Order(StringComparer.Ordinal)];
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Hooks(ResourceHookBinding hooks)
    {
        var names = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("afterCreate", hooks.AfterCreate.Select(hook => hook.Name));
        Add("afterDelete", hooks.AfterDelete.Select(hook => hook.Name));
        Add("afterUpdate", hooks.AfterUpdate.Select(hook => hook.Name));
        Add("beforeCreate", hooks.BeforeCreate.Select(hook => hook.Name));
        Add("beforeDelete", hooks.BeforeDelete.Select(hook => hook.Name));
        Add("beforeUpdate", hooks.BeforeUpdate.Select(hook => hook.Name));
        Add("onError", hooks.OnError.Select(hook => hook.Name));
        return names;

        void Add(string when, IEnumerable<string> hookNames)
        {
            string[] list = [.. hookNames];
            if (list.Length > 0)
            {
                names[when] = list;
            }
        }
    }

    private static SortedDictionary<string, string> Timeouts(CustomTimeouts? timeouts)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("create", timeouts?.Create);
        Add("delete", timeouts?.Delete);
        Add("update", timeouts?.Update);
        return texts;

        void Add(string operation, TimeSpan? timeout)
        {
            if (timeout is { } value)
            {
                texts[operation] = PrometheusDuration.Format(value);
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The output properties of one resource, filled when it is registered.</summary>
internal sealed class ResourceOutputs
{
    private static readonly ConcurrentDictionary<Type, List<OutputProperty>> _properties = new();

    private readonly Dictionary<string, (Type Type, TaskCompletionSource<OutputData> Source)> _sources = [];
    private readonly ImmutableHashSet<Resource> _resources;

    public ResourceOutputs(Resource resource)
    {
        _resources = [resource];
        foreach (var property in _properties.GetOrAdd(resource.GetType(), PropertiesOf))
        {
            var source = new TaskCompletionSource<OutputData>();
            property.Property.SetValue(resource, property.Constructor.Invoke([source.Task]));
            _sources.Add(property.Name, (property.Type, source));
        }
    }

    /// <summary>Fills the outputs that the state has; one that it lacks is unknown in a preview and empty otherwise.</summary>
    public void Complete(string urn, string id, IReadOnlyDictionary<string, object?> state, bool isPreview)
    {
        foreach (var (name, (type, source)) in _sources)
        {
            source.TrySetResult(name switch
            {
                "urn" => new OutputData(urn, true, false, _resources),
                "id" => new OutputData(id, id.Length > 0, false, _resources),
                _ when state.TryGetValue(name, out var value) => PropertyBag.Open(value, type) with { Resources = _resources },
                _ => new OutputData(null, !isPreview, false, _resources),
            });
        }
    }

    public void Fail(Exception exception)
    {
        foreach (var (_, source) in _sources.Values)
        {
            source.TrySetException(exception);
        }
    }

    private static List<OutputProperty> PropertiesOf(Type type)
    {
        var properties = new List<OutputProperty>();
        foreach (var seen in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A component sets its own outputs.
            if (seen.GetCustomAttribute<OutputAttribute>() is not { } output
                || (type.IsAssignableTo(typeof(ComponentResource)) && seen.DeclaringType != typeof(Resource)))
            {
                continue;
            }

            if (!seen.PropertyType.IsConstructedGenericType || seen.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw new RunException($"Output(s) '{output.Name}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
            }

            // The declaring class's view of the property is the one with the private setter.
            var property = seen.DeclaringType!.GetProperty(seen.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!;
            var constructor = property.PropertyType.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [typeof(Task<OutputData>)])!;
            properties.Add(new OutputProperty(output.Name ?? property.Name, property.PropertyType.GenericTypeArguments[0], property, constructor));
        }

        return properties;
    }

    private sealed record OutputProperty(string Name, Type Type, PropertyInfo Property, ConstructorInfo Constructor);
}

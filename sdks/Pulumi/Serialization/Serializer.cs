using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>From inputs to plain values: bool, double, string, arrays, dictionaries, <see cref="Secret"/> and <see cref="Unknown"/>.</summary>
internal sealed class Serializer
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> _enumTypes = new();
    private static readonly ConcurrentDictionary<Type, FieldInfo[]?> _outputTypes = new();

    /// <summary>The resources met on the way.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <summary>The top level of a resource's or a function's inputs; nulls are left out.</summary>
    public async Task<Dictionary<string, object?>> SerializeInputsAsync(IDictionary<string, object?> inputs, params string[] leftOut)
    {
        var serialized = new Dictionary<string, object?>();
        foreach (var (key, value) in inputs.Where(input => !leftOut.Contains(input.Key)))
        {
            try
            {
                if (await SerializeAsync(value, key).ConfigureAwait(false) is { } plain)
                {
                    serialized.Add(key, plain);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{key}\": {exception.Message}", exception);
            }
        }

        return serialized;
    }

    public async Task<object?> SerializeAsync(object? value, string path)
    {
        switch (value)
        {
            case null or bool or double or string:
                return value;
            case int number:
                return (double)number;
            case InputArgs args:
                return await MapAsync(args.ToDictionary(), path).ConfigureAwait(false);
            case Task:
                throw new InvalidOperationException($"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}");
            case IInput input:
                return await SerializeAsync(input.Serializable, path).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(union.Value, path).ConfigureAwait(false);
            case IOutput output:
                return await OutputAsync(output, path).ConfigureAwait(false);
            case Resource resource:
                return await ResourceAsync(resource).ConfigureAwait(false);
            case IDictionary map:
                return await MapAsync(map, path).ConfigureAwait(false);
            case IList list:
                return await ListAsync(list, path).ConfigureAwait(false);
            case ValueTuple:
                return null;
            default:
                return await TypedAsync(value, path).ConfigureAwait(false);
        }
    }

    private async Task<object?> OutputAsync(IOutput output, string path)
    {
        var data = await output.Data.ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown.Value;
        }

        var plain = await SerializeAsync(data.Value, path).ConfigureAwait(false);
        return data.IsSecret ? new Secret(plain) : plain;
    }

    /// <summary>A resource stays what it is, but is registered from here on.</summary>
    private async Task<Resource> ResourceAsync(Resource resource)
    {
        if (resource is CustomResource custom)
        {
            Dependencies.Add(custom);
            await custom.Id.Data.ConfigureAwait(false);
        }

        await resource.Urn.Data.ConfigureAwait(false);
        return resource;
    }

    private async Task<object?> MapAsync(IDictionary map, string path)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            if (await SerializeAsync(entry.Value, $"{path}.{key}").ConfigureAwait(false) is { } value)
            {
                plain[key] = value;
            }
        }

        return plain.ToImmutable();
    }

    private async Task<object?> ListAsync(IList list, string path)
    {
        var plain = ImmutableArray.CreateBuilder<object?>();
        for (var i = 0; !IsDefaultArray(list) && i < list.Count; i++)
        {
            plain.Add(await SerializeAsync(list[i], $"{path}[{i}]").ConfigureAwait(false));
        }

        return plain.ToImmutable();
    }

    private static bool IsDefaultArray(IList list)
        => list.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(Activator.CreateInstance(type));

    private async Task<object?> TypedAsync(object value, string path)
    {
        var type = value.GetType();
        if (_enumTypes.GetOrAdd(type, ToPlain) is { } toPlain)
        {
            return toPlain.Invoke(null, [value]);
        }

        var fields = _outputTypes.GetOrAdd(type, FieldsOf)
            ?? throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}");
        var plain = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in fields)
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            plain[name] = await SerializeAsync(field.GetValue(value), $"{path}.{name}").ConfigureAwait(false);
        }

        return plain.ToImmutable();
    }

    private static MethodInfo? ToPlain(Type type)
        => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)) ? type.GetMethod("op_Explicit", [type]) : null;

    private static FieldInfo[]? FieldsOf(Type type) => type.IsDefined(typeof(OutputTypeAttribute))
        ? [.. type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(field => field.IsInitOnly)]
        : null;
}

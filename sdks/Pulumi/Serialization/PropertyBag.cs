using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Serialized values on their way out: to the mocks and into outputs.</summary>
internal static class PropertyBag
{
    /// <summary>A value without its markers; one unknown or secret part makes the whole so.</summary>
    public static OutputData Open(object? value)
    {
        switch (value)
        {
            case Unknown:
                return OutputData.Of(null, isKnown: false);
            case Secret secret:
                return Open(secret.Value) with { IsSecret = true };
            case ImmutableArray<object?> list:
                var items = list.Select(Open).ToList();
                return Together(items, items.Select(item => item.Value).ToImmutableArray());
            case ImmutableDictionary<string, object?> map:
                // Keys with two underscores are the engine's own.
                var entries = map.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal))
                    .Select(entry => (entry.Key, Data: Open(entry.Value))).ToList();
                return Together(
                    entries.Select(entry => entry.Data), entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Data.Value));
            default:
                return OutputData.Of(value);
        }
    }

    /// <summary>A value as the type that an output property has.</summary>
    public static OutputData Open(object? value, Type type)
    {
        var data = Open(value);
        return data with { Value = Converter.Convert(data.Value, type) };
    }

    /// <summary>What mocks see of inputs: those that are known throughout.</summary>
    public static ImmutableDictionary<string, object> Known(IReadOnlyDictionary<string, object?> serialized)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in serialized)
        {
            if (Open(value) is { IsKnown: true, Value: { } plain })
            {
                known.Add(key, plain);
            }
        }

        return known.ToImmutable();
    }

    /// <summary>What mocks gave as the state of a resource or the result of a call.</summary>
    public static async Task<ImmutableDictionary<string, object?>> OfMockAsync(object given)
    {
        var state = given is IDictionary<string, object> map ? map.ToImmutableDictionary() : given;
        return await new Serializer().SerializeAsync(state, "").ConfigureAwait(false) as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{given.GetType().FullName} is not a supported argument type");
    }

    private static OutputData Together(IEnumerable<OutputData> parts, object value) => parts.Aggregate(
        OutputData.Of(value),
        (whole, part) => whole with { IsKnown = whole.IsKnown && part.IsKnown, IsSecret = whole.IsSecret || part.IsSecret });
}

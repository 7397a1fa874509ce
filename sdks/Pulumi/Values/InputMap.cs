using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map whose values may be outputs each, or which is an output itself.</summary>
/// <typeparam name="TValue">The type of a value.</typeparam>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(Pulumi.Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries)
        : base(null) => _entries = entries;

    private protected override IOutput Serializable => _entries;

    /// <summary>Adds one entry.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A map of the entries of another.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values)
        => new(Pulumi.Output.Create(Entries(values)));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values)
        => new(Pulumi.Output.Create(Entries(values)));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Entries));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Entries));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Entries));

    /// <summary>A new map of the entries of both; the second wins where a key is in both.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Pulumi.Output.Tuple(first._entries, second._entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <summary>Adds one entry; a key that is there already must have the same value.</summary>
    public void Add(string key, Input<TValue> value) => Set(_entries.Apply(entries =>
        entries.TryGetValue(key, out var existing)
            ? entries.SetItem(key, Pulumi.Output.Tuple(existing, value).Apply(both =>
                EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
                    ? both.Item1
                    : throw new ArgumentException($"Key '{key}' already exists in the map with a different value.")))
            : entries.Add(key, value)));

    /// <summary>Adds the entries of another map.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <inheritdoc cref="Add(InputMap{TValue})"/>
    public void AddRange(InputMap<TValue> values)
        => Set(Pulumi.Output.Tuple(_entries, values._entries).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>The entries, once they are known.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Output.Data.ConfigureAwait(false);
        foreach (var entry in data.IsKnown ? data.As<ImmutableDictionary<string, TValue>>() : [])
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be enumerated synchronously; use {nameof(GetAsyncEnumerator)}.");

    private protected override Output<ImmutableDictionary<string, TValue>> Resolve() => _entries.Apply(entries => entries is null
        ? Pulumi.Output.Create(default(ImmutableDictionary<string, TValue>)!)
        : Pulumi.Output.All(entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(pairs => pairs.ToImmutableDictionary()));

    private void Set(Output<ImmutableDictionary<string, Input<TValue>>> entries)
    {
        _entries = entries;
        Resolved = null;
    }

    private static ImmutableDictionary<string, Input<TValue>> Entries(IEnumerable<KeyValuePair<string, TValue>> values)
        => values?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!;
}

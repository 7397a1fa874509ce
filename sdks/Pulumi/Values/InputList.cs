using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list whose items may be outputs each, or which is an output itself.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _items;

    /// <summary>An empty list.</summary>
    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> items)
        : base(null) => _items = items;

    private InputList(ImmutableArray<Input<T>> items)
        : this(Pulumi.Output.Create(items))
    {
    }

    private protected override IOutput Serializable => _items;

    /// <summary>A list of one item.</summary>
    public static implicit operator InputList<T>(T value) => new([value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>A list of the items of another.</summary>
    public static implicit operator InputList<T>(T[] values) => From(values);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<T>[] values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Input<T>[] values) => new([.. values]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<T> values) => From(values);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Output<T>> values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Items(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => new(values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(items => Items([.. items])));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(items => Items([.. items])));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(items => Items([.. items])));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Items));

    /// <summary>Adds items at the end.</summary>
    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    /// <inheritdoc cref="Add(Input{T}[])"/>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <inheritdoc cref="Add(Input{T}[])"/>
    public void AddRange(InputList<T> inputs)
    {
        _items = Concat(inputs)._items;
        Resolved = null;
    }

    /// <summary>A new list of the items of both.</summary>
    public InputList<T> Concat(InputList<T> other)
        => new(Pulumi.Output.Tuple(_items, other._items).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>The items, once they are known.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Output.Data.ConfigureAwait(false);
        foreach (var item in data.IsKnown ? data.As<ImmutableArray<T>>() : [])
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be enumerated synchronously; use {nameof(GetAsyncEnumerator)}.");

    private protected override Output<ImmutableArray<T>> Resolve()
        => _items.Apply(items => items.IsDefault ? Pulumi.Output.Create(default(ImmutableArray<T>)) : Pulumi.Output.All(items));

    private static InputList<T> From(IEnumerable<T> values) => new(Items([.. values]));

    private static ImmutableArray<Input<T>> Items(ImmutableArray<T> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);
}

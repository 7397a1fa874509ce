using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Shorthands for outputs of lists and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The item at an index.</summary>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index)
        => Output.Tuple(array, index.Output).Apply(both => both.Item1[both.Item2]);

    /// <summary>The first item.</summary>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.GetAt(0);

    /// <summary>The number of items.</summary>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(items => items.Length);
}

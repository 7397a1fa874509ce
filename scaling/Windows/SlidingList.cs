using System.Runtime.CompilerServices;

namespace KedaStack.Scaling.Windows;

/// <summary>
/// A list that grows at its end and shrinks at both ends, in one block of memory: what a window over time needs.
/// Allocates nothing once it has grown to its highest count.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
internal struct SlidingList<T>()
{
    private T[] _items = new T[16];
    private int _begin;
    private int _end;

    /// <summary>How many items there are.</summary>
    public readonly int Count => _end - _begin;

    /// <summary>The items, the first one added first; until the next one is added.</summary>
    public readonly ReadOnlySpan<T> Items => _items.AsSpan(_begin, _end - _begin);

    /// <summary>The first item; there is one.</summary>
    public readonly ref T First => ref _items[_begin];

    /// <summary>The last item; there is one.</summary>
    public readonly ref T Last => ref _items[_end - 1];

    /// <summary>An item.</summary>
    /// <param name="place">Its place; from 0 to below <see cref="Count"/>.</param>
    public readonly ref T this[int place] => ref _items[_begin + place];

    /// <summary>Adds an item at the end.</summary>
    /// <param name="item">The item.</param>
    public void Add(in T item)
    {
        if (_end == _items.Length)
        {
            MakeRoom();
        }

        _items[_end++] = item;
    }

    /// <summary>Removes the first item; there is one.</summary>
    public void RemoveFirst() => _begin++;

    /// <summary>Removes the first items.</summary>
    /// <param name="count">How many; at most <see cref="Count"/>.</param>
    public void RemoveFirst(int count) => _begin += count;

    /// <summary>Removes the last item; there is one.</summary>
    public void RemoveLast() => _end--;

    /// <summary>Removes everything.</summary>
    public void Clear() => _begin = _end = 0;

    // Moves the items to the front; grows only when they fill more than half, so that moving stays rare.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom()
    {
        var kept = _end - _begin;
        var target = kept > _items.Length / 2 ? new T[2 * _items.Length] : _items;
        Array.Copy(_items, _begin, target, 0, kept);
        (_items, _begin, _end) = (target, 0, kept);
    }
}

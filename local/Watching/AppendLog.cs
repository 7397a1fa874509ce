namespace KedaStack.Local.Watching;

/// <summary>A list that only grows, read while it does: a view of it shows what was there when it was taken.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class AppendLog<T>
{
    private readonly Lock _gate = new();
    private T[] _items = new T[64];
    private int _count;

    /// <summary>The items so far; later ones do not appear in it.</summary>
    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                return new ArraySegment<T>(_items, 0, _count);
            }
        }
    }

    /// <summary>Adds an item.</summary>
    /// <param name="create">Makes it, given its place from 1.</param>
    public T Add(Func<int, T> create)
    {
        lock (_gate)
        {
            if (_count == _items.Length)
            {
                Array.Resize(ref _items, 2 * _count);
            }

            var item = create(_count + 1);
            _items[_count++] = item;
            return item;
        }
    }
}

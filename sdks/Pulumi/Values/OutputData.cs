using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resolved output: its value and what is known about it.</summary>
internal sealed record OutputData(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData Of(object? value, bool isKnown = true, bool isSecret = false)
        => new(value, isKnown, isSecret, ImmutableHashSet<Resource>.Empty);

    public static async Task<OutputData> OfAsync<T>(Task<T> value, bool isSecret = false)
        => Of(await value.ConfigureAwait(false), isSecret: isSecret);

    /// <summary>Continues a known value with <paramref name="next"/>; an unknown one stays unknown.</summary>
    public static async Task<OutputData> ThenAsync(Task<OutputData> source, Func<object?, Task<OutputData>?> next)
    {
        var outer = await source.ConfigureAwait(false);
        if (!outer.IsKnown)
        {
            return outer with { Value = null };
        }

        return next(outer.Value) is { } task
            ? (await task.ConfigureAwait(false)).Within(outer)
            : outer with { Value = null };
    }

    /// <summary>Waits for all, one after the other; one unknown or secret part makes the whole so.</summary>
    public static async Task<OutputData> AllAsync(IEnumerable<Task<OutputData>> parts, Func<object?[], object?> combine)
    {
        var values = new List<object?>();
        var all = Of(null);
        foreach (var part in parts)
        {
            all = (await part.ConfigureAwait(false)).Within(all);
            values.Add(all.Value);
        }

        return all with { Value = combine([.. values]) };
    }

    /// <summary>The value as a <typeparamref name="T"/>; the default of the type where there is none.</summary>
    public T As<T>() => As<T>(Value);

    public static T As<T>(object? value) => value is T typed ? typed : default!;

    private OutputData Within(OutputData outer) => new(
        Value, IsKnown && outer.IsKnown, IsSecret || outer.IsSecret,
        outer.Resources.IsEmpty ? Resources : outer.Resources.Union(Resources));
}

using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs; for tests and tools, not for programs.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is not known, as in a preview.</summary>
    public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(OutputData.Of(value, isKnown: false)));

    /// <summary>The same with a value that would have to be asked for, which does not happen.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        => new(OutputData.ThenAsync(Task.FromResult(OutputData.Of(null, isKnown: false)), _ => OutputData.OfAsync(valueFactory())));

    /// <summary>The value, or the default of its type when it is not known.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsKnown ? data.As<T>() : default!;
    }

    /// <summary>Whether the value is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    /// <summary>The resources that the value came from.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.Data.ConfigureAwait(false)).Resources;
}

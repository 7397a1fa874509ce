using KedaStack.Tests.Shared;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Report;

namespace KedaStack.Tests.Truth;

/// <summary>
/// The recorded loops: of the folder that <see cref="RecordingFolder.Variable"/> names, else of <c>../shared/recordings</c>,
/// else of the repository's own copy. Each is read once, and only what the levels found is kept.
/// </summary>
internal static class Loops
{
    private const int MostShown = 10;

    /// <summary>The repository's own copy.</summary>
    public static string OwnCopy => RepositoryRoot.PathOf("recordings");

    /// <summary>The folder.</summary>
    public static RecordingFolder Folder { get; } = RecordingFolder.Choose(
        Environment.GetEnvironmentVariable(RecordingFolder.Variable), SharedFolder.PathOf("recordings"), OwnCopy);

    private static readonly Lazy<IReadOnlyList<LoopResult>> _results = new(() => AccuracyMeasurement.Run(Folder));

    /// <summary>What the levels found, a result per loop.</summary>
    public static IReadOnlyList<LoopResult> Results => _results.Value;

    /// <summary>Fails when there is a difference, and names the first ones.</summary>
    /// <param name="differences">The differences, each a sentence.</param>
    public static void AssertNone(IEnumerable<string> differences)
    {
        var all = differences.ToArray();
        Assert.True(all.Length == 0, $"{all.Length} differences; the first are:\n{string.Join('\n', all.Take(MostShown))}");
    }
}

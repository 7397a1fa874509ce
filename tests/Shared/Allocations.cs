namespace KedaStack.Tests.Shared;

/// <summary>What some work allocates on its thread.</summary>
internal static class Allocations
{
    private const int Runs = 5;

    /// <summary>
    /// The bytes of the run that allocates least: a collection that another test causes adds what is left of the thread's
    /// block to the count, so that one run alone says too much now and then.
    /// </summary>
    /// <param name="work">The work, which is done several times.</param>
    public static long Least(Action work) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}

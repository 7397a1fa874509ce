using System.Diagnostics;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>Waits for a condition. The deadline is for a hung test on a busy machine, not for a slow one.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan _pollingInterval = TimeSpan.FromMilliseconds(10);

    public static async Task<T> GetAsync<T>(Func<T?> value, Func<string> whatIsMissing)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (value() is { } found)
            {
                return found;
            }

            if (waited.Elapsed > Deadline)
            {
                throw new TimeoutException($"After {Deadline.TotalSeconds} s: {whatIsMissing()}");
            }

            await Task.Delay(_pollingInterval);
        }
    }

    public static Task TrueAsync(Func<bool> condition, string whatIsMissing) =>
        GetAsync(() => condition() ? string.Empty : null, () => whatIsMissing);
}

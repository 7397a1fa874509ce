namespace KedaStack.Local.Pods;

/// <summary>The probes of one process of a replica (pkg/kubelet/prober).</summary>
/// <param name="world">What all replicas share.</param>
/// <param name="place">The replica.</param>
/// <param name="setReady">Called when the replica becomes Ready, and when it is not any more.</param>
/// <param name="complain">Called with the failure of each probe.</param>
internal sealed class PodProbes(PodWorld world, PodPlace place, Action<bool> setReady, Action<string> complain)
{
    /// <summary>Probes until the process has to be restarted, or until the token is cancelled.</summary>
    /// <returns>Why it has to be restarted; null when the token was cancelled.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var readiness = Task.CompletedTask;
        try
        {
            if (await StartAsync(end.Token) is { } failure)
            {
                return failure;
            }

            readiness = KeepReadyAsync(end.Token);
            return await KeepAliveAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            // Nothing becomes Ready any more once this has returned.
            await end.CancelAsync();
            await readiness.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        var reason = default(string);
        if (world.Template.Startup is { } startup)
        {
            await RepeatAsync("startup", startup, (failures, failure, most) =>
            {
                reason = failures >= most ? Describe("startup", failures, failure!) : null;
                return failure is null || reason is not null;
            }, cancellationToken);
        }

        return reason;
    }

    private async Task KeepReadyAsync(CancellationToken cancellationToken)
    {
        if (world.Template.Readiness is not { } readiness)
        {
            setReady(true);
            return;
        }

        var isReady = false;
        await RepeatAsync("readiness", readiness, (failures, failure, most) =>
        {
            var was = isReady;
            isReady = failure is null || (isReady && failures < most);
            if (isReady != was && !cancellationToken.IsCancellationRequested)
            {
                setReady(isReady);
                if (!isReady)
                {
                    world.Log.Warn(place.Name, "Unhealthy", $"Leaves the Service: {Describe("readiness", failures, failure!)}.");
                }
            }

            return false;
        }, cancellationToken);
    }

    private async Task<string?> KeepAliveAsync(CancellationToken cancellationToken)
    {
        var reason = default(string);
        if (world.Template.Liveness is { } liveness)
        {
            await RepeatAsync("liveness", liveness, (failures, failure, most) =>
            {
                reason = failures >= most ? Describe("liveness", failures, failure!) : null;
                return reason is not null;
            }, cancellationToken);
            return reason;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return null;
    }

    /// <summary>
    /// Probes until <paramref name="isEnd"/> says so, which gets the failures in a row, the last one (null for a success)
    /// and how many are too many.
    /// </summary>
    private async Task RepeatAsync(string name, HttpProbe asDeployed, Func<int, string?, int, bool> isEnd, CancellationToken cancellationToken)
    {
        var probe = world.Pace.Of(asDeployed);
        for (var failures = 0; ;)
        {
            var failure = await world.Probes.FailureAsync(probe, place.Address, cancellationToken);
            failures = failure is null ? 0 : failures + 1;
            if (failure is not null)
            {
                complain($"{name} probe: {failure}");
            }

            if (isEnd(failures, failure, probe.FailureThreshold))
            {
                return;
            }

            await Task.Delay(probe.Period, world.Clock, cancellationToken);
        }
    }

    private static string Describe(string name, int failures, string failure) =>
        FormattableString.Invariant($"{name} probe failed{(failures == 1 ? "" : FormattableString.Invariant($" {failures} times in a row"))}: {failure}");
}

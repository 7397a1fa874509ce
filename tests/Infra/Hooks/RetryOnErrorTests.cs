using KedaStack.Infra.Hooks;
using Pulumi;

namespace KedaStack.Tests.Infra.Hooks;

public sealed class RetryOnErrorTests
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly RetryOnError _retry;

    public RetryOnErrorTests() => _retry = new RetryOnError("the weather", ["too wet", "TooCold"], _pause, _limit, _clock);

    [Theory]
    [InlineData("it is too wet today")]
    [InlineData("Code=\"toocold\"")]
    [InlineData("TOO WET")]
    public async Task Decide_ErrorWithASign_RetriesAfterThePause(string error) => await InDeployment.RunAsync(async () =>
    {
        var decision = _retry.DecideAsync(Failure(error), CancellationToken.None);

        _clock.Advance(_pause - TimeSpan.FromTicks(1));
        Assert.False(decision.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await decision);
    });

    [Theory]
    [InlineData("it is too windy")]
    [InlineData("")]
    public async Task Decide_AnotherError_DoesNotRetry(string error) => await AssertGivesUpAtOnceAsync(Failure(error));

    [Fact]
    public async Task Decide_NoErrors_DoesNotRetry() => await AssertGivesUpAtOnceAsync(Failure());

    /// <summary>The engine hands over all errors so far, newest first (pulumi/pulumi, resource.proto, ErrorHookRequest.errors).</summary>
    [Fact]
    public async Task Decide_NewestErrorIsAnother_DoesNotRetry() =>
        await AssertGivesUpAtOnceAsync(Failure("it is too windy", "too wet", "too wet"));

    [Fact]
    public async Task Decide_NewestErrorHasASignAfterOthers_Retries() => await InDeployment.RunAsync(
        async () => Assert.True(await DecideAsync(Failure("too wet", "it is too windy"))));

    [Fact]
    public async Task Decide_DeletionFails_DoesNotRetry() => await AssertGivesUpAtOnceAsync(
        new ErrorHookArgs("urn:thing", "id", "thing", "test:index:Thing", failedOperation: "delete", errors: ["too wet"]));

    [Fact]
    public async Task Decide_UpdateFails_Retries() => await InDeployment.RunAsync(async () => Assert.True(await DecideAsync(
        new ErrorHookArgs("urn:thing", "id", "thing", "test:index:Thing", failedOperation: "update", errors: ["too wet"]))));

    [Fact]
    public async Task Decide_ErrorGoesOn_StopsAtTheLimitAndSaysWhy()
    {
        var decisions = new List<bool>();

        var logged = await InDeployment.RunLoggingAsync(async () =>
        {
            do
            {
                decisions.Add(await DecideAsync(Failure("too wet")));
            }
            while (decisions[^1]);
        });

        Assert.Equal([true, true, true, false], decisions);
        Assert.Equal(_limit, _clock.GetElapsedTime(0));
        Assert.Contains("thing: gave up after 0.5 min of waiting for the weather.", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_AttemptsTakeLong_CountTowardsTheLimit()
    {
        var logged = await InDeployment.RunLoggingAsync(async () =>
        {
            Assert.True(await DecideAsync(Failure("too wet")));
            _clock.Advance(TimeSpan.FromSeconds(11));
            Assert.False(await DecideAsync(Failure("too wet")));
        });

        Assert.NotNull(logged);
    }

    [Fact]
    public async Task Decide_TwoResources_EachHaveTheirOwnLimit() => await InDeployment.RunAsync(async () =>
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.True(await DecideAsync(Failure("too wet")));
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.True(await DecideAsync(FailureOf("urn:other", "too wet")));
        }
    });

    [Fact]
    public async Task Decide_AtTheSameTime_WaitsOnceForBoth() => await InDeployment.RunAsync(async () =>
    {
        var first = _retry.DecideAsync(Failure("too wet"), CancellationToken.None);
        var second = _retry.DecideAsync(FailureOf("urn:other", "TooCold"), CancellationToken.None);

        _clock.Advance(_pause);

        Assert.All(await Task.WhenAll(first, second), Assert.True);
    });

    [Fact]
    public async Task Decide_Cancelled_StopsWaiting() => await InDeployment.RunAsync(async () =>
    {
        using var cancellation = new CancellationTokenSource();
        var decision = _retry.DecideAsync(Failure("too wet"), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decision.WaitAsync(TimeSpan.FromSeconds(30)));
    });

    private async Task AssertGivesUpAtOnceAsync(ErrorHookArgs failure) => await InDeployment.RunAsync(async () =>
    {
        var decision = _retry.DecideAsync(failure, CancellationToken.None);

        Assert.True(decision.IsCompleted, "It waits for a retry.");
        Assert.False(await decision);
    });

    private async Task<bool> DecideAsync(ErrorHookArgs failure)
    {
        var decision = _retry.DecideAsync(failure, CancellationToken.None);
        if (!decision.IsCompleted)
        {
            _clock.Advance(_pause);
        }

        return await decision;
    }

    private static ErrorHookArgs Failure(params string[] newestFirst) => FailureOf("urn:thing", newestFirst);

    private static ErrorHookArgs FailureOf(string urn, params string[] newestFirst) =>
        new(urn, "", "thing", "test:index:Thing", failedOperation: "create", errors: newestFirst);
}

using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour;

public class FailureTests
{
    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task ExceptionInApply_FailsTheRun()
    {
        var failure = await FailureAsync(() => Output.Create(1).Apply(Fail));

        Assert.Contains("failed with an unhandled exception:\nSystem.InvalidOperationException: in apply", failure.Message);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task ExceptionInApplyOfAResource_FailsTheRun()
    {
        var failure = await FailureAsync(() => new Thing("thing").Urn.Apply(Fail));

        Assert.Contains("System.InvalidOperationException: in apply", failure.Message);
    }

    [Fact]
    public async Task ExceptionInProgram_FailsTheRun()
    {
        var failure = await FailureAsync(() => throw new InvalidOperationException("in program"));

        Assert.Contains("System.InvalidOperationException: in program", failure.Message);
    }

    [Fact]
    public async Task ExceptionInAsyncProgram_FailsTheRun()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.RunAsync(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("in program");
        }));

        Assert.Contains("System.InvalidOperationException: in program", failure.Message);
    }

    [Fact]
    public async Task RunException_IsItsMessageAlone()
    {
        var failure = await FailureAsync(() => throw new RunException("just this"));

        Assert.Equal("just this", failure.Message);
    }

    [Fact]
    public async Task ExceptionInMocks_FailsTheRun()
    {
        var mocks = new RecordingMocks { OnResource = _ => throw new InvalidOperationException("in mocks") };

        var failure = await Assert.ThrowsAsync<RunException>(() => mocks.RunAsync(() => _ = new Thing("thing")));

        Assert.Contains("System.InvalidOperationException: in mocks", failure.Message);
    }

    [Fact]
    public async Task ExceptionInMocks_ReachesWhatDependsOnTheResource()
    {
        var applied = false;
        var mocks = new RecordingMocks { OnResource = _ => throw new InvalidOperationException("in mocks") };

        await Assert.ThrowsAnyAsync<Exception>(() => mocks.RunAsync(() =>
        {
            var thing = new Thing("first");
            thing.Text.Apply(_ => applied = true);
            _ = new Thing("second", new ThingArgs { Text = thing.Urn });
        }));

        Assert.False(applied);
        Assert.Equal(["first"], mocks.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task LoggedError_FailsTheRun()
        => Assert.Equal("logged", (await FailureAsync(() => Log.Error("logged"))).Message);

    [Fact]
    public async Task LoggedWarning_DoesNot()
    {
        await _mocks.RunAsync(() =>
        {
            Log.Debug("logged");
            Log.Info("logged");
            Log.Warn("logged");
        });
    }

    [Fact]
    public void OutsideARun_NothingCanBeMade()
    {
        Assert.Throws<InvalidOperationException>(() => new Thing("thing"));
        Assert.Throws<InvalidOperationException>(() => new ResourceHook("hook", (_, _) => Task.CompletedTask));
        Assert.Throws<InvalidOperationException>(() => new ErrorHook("hook", (_, _) => Task.FromResult(true)));
        Assert.Throws<InvalidOperationException>(() => Log.Info("logged"));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task RunAsync_WithoutTheEngine_Throws()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

    private static bool Fail<T>(T value) => throw new InvalidOperationException("in apply");

    private Task<RunException> FailureAsync(Action program) => Assert.ThrowsAsync<RunException>(() => _mocks.RunAsync(program));
}

using KedaStack.Infra.Hooks;
using KedaStack.Tests.Infra.Running;
using Pulumi;
using TheStack = KedaStack.Infra.KedaStack;

namespace KedaStack.Tests.Infra.Hooks;

/// <summary>The hooks as the engine calls them.</summary>
public sealed class DeploymentHooksTests
{
    /// <summary>After so many the engine itself stops (pulumi/pulumi, pkg/resource/deploy).</summary>
    private const int RetriesOfTheEngine = 100;

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task WaitForCredential_InAPreview_DoesNotRun() => await InDeployment.RunAsync(() =>
    {
        Assert.False(Hooks().WaitForCredential.Options.OnDryRun);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task WaitForCredential_AfterCreation_TakesAsLongAsTheSettingsSay() => await InDeployment.RunAsync(async () =>
    {
        var wait = Hooks().WaitForCredential.Callback(Created(), CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(89));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;
    });

    [Fact]
    public async Task WaitForCredential_ZeroSeconds_NeitherWaitsNorLogs()
    {
        DeploymentHooks? hooks = null;
        await InDeployment.RunAsync(() => Task.FromResult(hooks = new DeploymentHooks(TimeSpan.Zero, _clock)));

        // Out of a deployment, there is nothing to log to: that would throw.
        await hooks!.WaitForCredential.Callback(Created(), CancellationToken.None);

        Assert.Equal(0, _clock.Waits);
    }

    [Fact]
    public async Task WaitForCredential_Cancelled_StopsWaiting() => await InDeployment.RunAsync(async () =>
    {
        using var cancellation = new CancellationTokenSource();
        var wait = Hooks().WaitForCredential.Callback(Created(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TimeSpan.FromSeconds(30)));
    });

    [Fact]
    public async Task Stack_GivenAClock_WaitsByItAsLongAsItsSettingsSay() => await InDeployment.RunAsync(async () =>
    {
        var settings = Stacks.Defaults with
        {
            Keda = Stacks.Defaults.Keda with { CredentialPropagation = TimeSpan.FromMinutes(2) },
        };
        var hooks = new List<ResourceHook>();
        var options = new ComponentResourceOptions
        {
            ResourceTransformations = { args => { hooks.AddRange(args.Options.Hooks.AfterCreate); return null; } },
        };
        _ = new TheStack("kedastack", settings, options, _clock);

        var wait = Assert.Single(hooks).Callback(Created(), CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;
    });

    [Fact]
    public async Task Names_OfTheHooks_AllDiffer() => await InDeployment.RunAsync(() =>
    {
        var hooks = Hooks();
        var names = Retries(hooks).Select(hook => hook.Name).Append(hooks.WaitForCredential.Name).ToList();
        Assert.Equal(names.Distinct(), names);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("retry-while-kind-is-unknown", "no matches for kind \"ServiceMonitor\" in version \"azmonitoring.coreos.com/v1\"")]
    [InlineData("retry-while-kind-is-unknown", "creation failed: Verify that any required CRDs have been created")]
    [InlineData("retry-while-kind-is-unknown", "the server could not find the requested resource")]
    [InlineData("retry-while-principal-is-unknown", "Status=400 Code=\"PrincipalNotFound\" Message=\"Principal a9b8 does not exist\"")]
    [InlineData("retry-while-identity-is-busy", "Code=\"ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity\"")]
    [InlineData("retry-while-identity-is-busy", "autorest/azure: Service returned an error. Status=409 Code=\"Conflict\"")]
    [InlineData("retry-while-forbidden", "namespaces \"keda\" is forbidden: User \"b0a1\" cannot patch resource \"namespaces\"")]
    public async Task Retry_OnItsError_IsTrue(string hook, string error) => await InDeployment.RunAsync(async () =>
    {
        var decision = Retry(hook).Callback(Failed(error), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(await decision);
    });

    [Theory]
    [InlineData("retry-while-kind-is-unknown", "ScaledObject.keda.sh \"sample-app\" is invalid: spec.triggers: Required value")]
    [InlineData("retry-while-kind-is-unknown", "PrincipalNotFound")]
    [InlineData("retry-while-principal-is-unknown", "Status=403 Code=\"AuthorizationFailed\"")]
    [InlineData("retry-while-principal-is-unknown", "Code=\"RoleAssignmentExists\"")]
    [InlineData("retry-while-identity-is-busy", "Status=403 Code=\"AuthorizationFailed\"")]
    [InlineData("retry-while-forbidden", "namespaces \"keda\" already exists")]
    public async Task Retry_OnAnotherError_IsFalse(string hook, string error) => await InDeployment.RunAsync(async () =>
    {
        var decision = Retry(hook).Callback(Failed(error), CancellationToken.None);

        Assert.True(decision.IsCompleted, "It waits for a retry.");
        Assert.False(await decision);
    });

    [Theory]
    [InlineData("retry-while-kind-is-unknown", "no matches for kind", 10, 15)]
    [InlineData("retry-while-principal-is-unknown", "PrincipalNotFound", 10, 5)]
    [InlineData("retry-while-identity-is-busy", "Status=409", 20, 5)]
    [InlineData("retry-while-forbidden", "forbidden", 10, 10)]
    public async Task Retry_ErrorGoesOn_EndsAfterMinutesAndBeforeTheEngineDoes(
        string hook, string error, int pauseSeconds, int minutes)
    {
        var retries = 0;

        await InDeployment.RunLoggingAsync(async () =>
        {
            var retry = Retry(hook);
            Task<bool> decision;
            do
            {
                decision = retry.Callback(Failed(error), CancellationToken.None);
                if (!decision.IsCompleted)
                {
                    _clock.Advance(TimeSpan.FromSeconds(pauseSeconds));
                }
            }
            while (await decision && ++retries < RetriesOfTheEngine);
        });

        Assert.InRange(retries, 1, RetriesOfTheEngine - 1);
        Assert.Equal(TimeSpan.FromMinutes(minutes), _clock.GetElapsedTime(0));
    }

    /// <summary>The engine calls them in a preview too (pulumi/pulumi, pkg/resource/deploy/step.go).</summary>
    [Theory]
    [InlineData("retry-while-kind-is-unknown", "no matches for kind")]
    [InlineData("retry-while-principal-is-unknown", "PrincipalNotFound")]
    [InlineData("retry-while-identity-is-busy", "Status=409")]
    [InlineData("retry-while-forbidden", "forbidden")]
    public async Task Retry_InAPreview_GivesUpAtOnce(string hook, string error) => await InDeployment.PreviewAsync(async () =>
    {
        var decision = Retry(hook).Callback(Failed(error), CancellationToken.None);

        Assert.True(decision.IsCompleted, "It waits for a retry.");
        Assert.False(await decision);
        Assert.Equal(0, _clock.Waits);
    });

    private DeploymentHooks Hooks() => new(TimeSpan.FromSeconds(90), _clock);

    private ErrorHook Retry(string name) => Retries(Hooks()).Single(hook => hook.Name == name);

    private static IEnumerable<ErrorHook> Retries(DeploymentHooks hooks) =>
        [hooks.RetryWhileKindIsUnknown, hooks.RetryWhilePrincipalIsUnknown, hooks.RetryWhileIdentityIsBusy, hooks.RetryWhileForbidden];

    private static ResourceHookArgs Created() => new("urn:credential", "id", "keda-credential", "test:index:Thing");

    private static ErrorHookArgs Failed(string error) =>
        new("urn:thing", "", "thing", "test:index:Thing", failedOperation: "create", errors: [error]);
}

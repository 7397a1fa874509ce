using System.Collections.Immutable;
using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.AzureAD;
using Pulumi.AzureNative.ContainerService;
using Pulumi.Utilities;

namespace KedaStack.Tests.Sdks.Behaviour;

public class InvokeTests
{
    private readonly RecordingMocks _mocks = new()
    {
        OnCall = _ => ImmutableDictionary<string, object>.Empty.Add("objectId", "o-1"),
    };

    [Fact]
    public async Task Invoke_PassesKnownArguments()
    {
        Output<GetUserResult>? user = null;
        await _mocks.RunAsync(() =>
        {
            var thing = new Thing("thing", new ThingArgs { Text = "ada@example.org" });
            user = GetUser.Invoke(new GetUserInvokeArgs { UserPrincipalName = thing.Text.Apply(text => text!) });
        });

        var call = _mocks.Calls.Single();
        Assert.Equal("azuread:index/getUser:getUser", call.Token);
        Assert.Equal("ada@example.org", call.Args["userPrincipalName"]);
        Assert.Equal("", call.Provider);
        Assert.Equal("o-1", (await OutputUtilities.GetValueAsync(user!)).ObjectId);
    }

    [Fact]
    public async Task Invoke_MissingResult_IsEmpty()
    {
        Output<GetUserResult>? user = null;
        await _mocks.RunAsync(() => user = GetUser.Invoke());

        var value = await OutputUtilities.GetValueAsync(user!);
        Assert.Null(value.DisplayName);
        Assert.False(value.AccountEnabled);
    }

    [Fact]
    public async Task Invoke_UnknownArgument_IsNotCalled()
    {
        Output<GetUserResult>? user = null;
        await _mocks.RunAsync(
            () => user = GetUser.Invoke(new() { Mail = new Thing("thing").Text.Apply(text => text!) }),
            isPreview: true);

        Assert.Empty(_mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(user!));
    }

    [Fact]
    public async Task Invoke_DependsOnTheResourcesOfItsArguments()
    {
        Thing? thing = null;
        Output<GetUserResult>? user = null;
        await _mocks.RunAsync(() =>
        {
            thing = new Thing("thing", new ThingArgs { Text = "m" });
            user = GetUser.Invoke(new() { Mail = thing.Text.Apply(text => text!) });
        });

        Assert.Equal([thing!], await OutputUtilities.GetDependenciesAsync(user!));
    }

    [Fact]
    public async Task Invoke_ExplicitDependency_IsWaitedFor()
    {
        var order = new List<string>();
        var mocks = new RecordingMocks
        {
            OnResource = async args =>
            {
                await Task.Delay(50);
                order.Add("resource");
                return ("id", args.Inputs);
            },
            OnCall = _ =>
            {
                order.Add("call");
                return ImmutableDictionary<string, object>.Empty;
            },
        };

        await mocks.RunAsync(() => GetUser.Invoke(new(), new InvokeOutputOptions { DependsOn = new Thing("thing") }));

        Assert.Equal(["resource", "call"], order);
    }

    [Fact]
    public async Task Invoke_SecretResult_IsSecret()
    {
        var mocks = new RecordingMocks
        {
            OnCall = _ => new Dictionary<string, object>
            {
                ["kubeconfigs"] = Output.CreateSecret(new[] { new Dictionary<string, object> { ["value"] = "c" } }),
            },
        };
        Output<ListManagedClusterUserCredentialsResult>? credentials = null;
        await mocks.RunAsync(() => credentials = ListManagedClusterUserCredentials.Invoke(new() { ResourceGroupName = "rg", ResourceName = "aks" }));

        Assert.True(await Output.IsSecretAsync(credentials!));
        Assert.Equal("c", (await OutputUtilities.GetValueAsync(credentials!)).Kubeconfigs[0].Value);
    }

    [Fact]
    public async Task Invoke_RequiredArgumentUnset_FailsTheRun()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => _mocks.RunAsync(
            () => ListManagedClusterUserCredentials.Invoke(new() { ResourceName = "aks" })));

        Assert.Contains("ResourceGroupName is required but was not given a value", failure.ToString());
    }

    [Fact]
    public async Task InvokeAsync_GivesTheResult()
    {
        GetUserResult? user = null;
        await _mocks.RunAsync(async () =>
        {
            user = await GetUser.InvokeAsync(new() { Mail = "m" });
        });

        Assert.Equal("o-1", user!.ObjectId);
        Assert.Equal("m", _mocks.Calls.Single().Args["mail"]);
    }

    [Fact]
    public async Task InvokeWithParent_UsesTheInheritedProvider()
    {
        await _mocks.RunAsync(() =>
        {
            var group = new Things.Group("group", new() { Providers = { new Provider("ad") } });
            GetClientConfig.Invoke(new InvokeOptions { Parent = group });
        });

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:azuread::ad::ad-id",
            _mocks.Calls.Single().Provider);
    }

    [Fact]
    public async Task ExceptionInMocks_FailsTheRun()
    {
        var mocks = new RecordingMocks { OnCall = _ => throw new InvalidOperationException("in call") };

        var failure = await Assert.ThrowsAsync<RunException>(() => mocks.RunAsync(() => GetUser.Invoke()));

        Assert.Contains("System.InvalidOperationException: in call", failure.Message);
    }
}

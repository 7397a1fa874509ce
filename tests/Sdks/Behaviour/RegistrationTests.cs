using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;

namespace KedaStack.Tests.Sdks.Behaviour;

public class RegistrationTests
{
    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task Resource_IsBelowTheStack()
    {
        var resources = await _mocks.RunAsync(() => _ = new ResourceGroup("rg"));

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$azure-native:resources:ResourceGroup::rg",
            await OutputUtilities.GetValueAsync(resources.Single().Urn));
        Assert.Equal("rg", resources.Single().GetResourceName());
        Assert.Equal("azure-native:resources:ResourceGroup", resources.Single().GetResourceType());
    }

    [Fact]
    public async Task Resource_BelowComponents_HasJustTheRootInItsType()
    {
        var resources = await _mocks.RunAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new() { Parent = outer });
            _ = new Thing("thing", options: new() { Parent = inner });
        });

        Assert.Equal(["outer", "inner", "thing"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::thing",
            await OutputUtilities.GetValueAsync(resources[2].Urn));
    }

    [Fact]
    public async Task Component_GoesThroughTheMocks()
    {
        await _mocks.RunAsync(() => _ = new Group("group", args: new ThingArgs { Text = "t" }));

        var component = _mocks.Resources.Single();
        Assert.Equal(("test:index:Group", "group"), (component.Type, component.Name));
        Assert.Equal("t", component.Inputs["text"]);
    }

    [Fact]
    public async Task WithoutProviderAndId_BothAreEmpty()
    {
        await _mocks.RunAsync(() => _ = new Thing("thing"));

        Assert.Equal(("", ""), (_mocks.Resources.Single().Provider, _mocks.Resources.Single().Id));
    }

    [Fact]
    public async Task Get_KeepsTheIdAskedFor()
    {
        var resources = await _mocks.RunAsync(() => _ = ResourceGroup.Get("rg", "/subscriptions/s/resourceGroups/rg"));

        Assert.Equal("/subscriptions/s/resourceGroups/rg", _mocks.Resources.Single().Id);
        Assert.Equal("/subscriptions/s/resourceGroups/rg", await OutputUtilities.GetValueAsync(((CustomResource)resources.Single()).Id));
    }

    [Fact]
    public async Task Import_IsSeenByTheMocks()
    {
        await _mocks.RunAsync(() => _ = new Thing("thing", options: new() { ImportId = "existing" }));

        Assert.Equal("existing", _mocks.Resources.Single().Id);
    }

    [Fact]
    public async Task DependsOn_IsRegisteredFirst()
    {
        var mocks = Slow("first", "child");
        await mocks.RunAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("child", options: new() { Parent = group });
            _ = new Thing("after-group", options: new() { DependsOn = group });
            _ = new Thing("after-first", options: new() { DependsOn = new Thing("first") });
        });

        var order = mocks.Resources.Select(resource => resource.Name).ToList();
        Assert.True(order.IndexOf("first-done") < order.IndexOf("after-first"));
        Assert.True(order.IndexOf("child-done") < order.IndexOf("after-group"));
    }

    [Fact]
    public async Task IndependentResources_AreInFlightTogether()
    {
        using var both = new CountdownEvent(2);
        var mocks = new RecordingMocks
        {
            OnResource = async args =>
            {
                await Task.Yield();
                both.Signal();
                await Task.Run(() => Assert.True(both.Wait(TimeSpan.FromSeconds(30))));
                return ("id", args.Inputs);
            },
        };

        await mocks.RunAsync(() =>
        {
            _ = new Thing("one");
            _ = new Thing("two");
        });

        Assert.Equal(2, mocks.Resources.Count);
    }

    [Fact]
    public async Task RegisterOutputs_ReachesTheMocks()
    {
        await _mocks.RunAsync(() =>
        {
            var group = new Group("group") { Answer = Output.CreateSecret(42), Unnamed = Output.Create("u") };
            group.RegisterAll();
        });

        var request = _mocks.Outputs.Single(outputs => outputs.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.Equal(["Unnamed", "answer"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(42.0, await OutputUtilities.GetValueAsync(request.Outputs["answer"]));
        Assert.True(await Output.IsSecretAsync(request.Outputs["answer"]));
    }

    [Fact]
    public async Task StackOutputs_AreReturned()
    {
        var (resources, outputs) = await Deployment.TestAsync(_mocks, new TestOptions(), () => new Dictionary<string, object?>
        {
            ["name"] = new Thing("thing", new ThingArgs { Text = "t" }).Text,
            ["number"] = 1,
        });

        Assert.Single(resources);
        Assert.Equal("t", await OutputUtilities.GetValueAsync((Output<string?>)outputs["name"]!));
        Assert.Equal(1, outputs["number"]);
    }

    [Fact]
    public async Task AsyncProgram_IsAwaited()
    {
        var resources = await _mocks.RunAsync(async () =>
        {
            await Task.Yield();
            _ = new Thing("thing");
        });

        Assert.Single(resources);
    }

    [Fact]
    public async Task Instance_HasTheNamesOfTheOptions()
    {
        (string, string, string, bool)? seen = null;
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", IsPreview = false };
        await Deployment.TestAsync(_mocks, options, () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun);
        });

        Assert.Equal(("p", "s", "o", false), seen);
    }

    [Fact]
    public async Task Instance_HasDefaults()
    {
        (string, string, string, bool)? seen = null;
        await Deployment.TestAsync(_mocks, new TestOptions(), () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun);
        });

        Assert.Equal(("project", "stack", "organization", true), seen);
    }

    [Fact]
    public async Task TwoRunsAtOnce_AreSeparate()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var mocks = new RecordingMocks();
            var resources = await Deployment.TestAsync(
                mocks, new TestOptions { StackName = $"s{i}" }, () => _ = new Thing($"thing-{i}"));
            return await OutputUtilities.GetValueAsync(resources.Single().Urn);
        })));

        Assert.All(runs.Index(), run => Assert.StartsWith($"urn:pulumi:s{run.Index}::", run.Item, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(">=3.0.0")]
    [InlineData("not a range")]
    public async Task RequiredPulumiVersion_UnderMocks_IsNeverRefused(string range) => await _mocks.RunAsync(() =>
        Assert.True(Pulumi.Deployment.RequirePulumiVersionAsync(range).IsCompletedSuccessfully));

    [Fact]
    public void RequiredPulumiVersion_WithoutADeployment_Throws() => Assert.Throws<InvalidOperationException>(
        () => { _ = Pulumi.Deployment.RequirePulumiVersionAsync(">=3.0.0"); });

    /// <summary>Mocks that take their time for some resources and record when these are done.</summary>
    private static RecordingMocks Slow(params string[] names)
    {
        RecordingMocks? mocks = null;
        return mocks = new RecordingMocks
        {
            OnResource = async args =>
            {
                if (names.Contains(args.Name))
                {
                    await Task.Delay(100);
                    await mocks!.NewResourceAsync(new MockResourceArgs { Name = $"{args.Name}-done", Inputs = args.Inputs });
                }

                return ($"{args.Name}-id", args.Inputs);
            },
        };
    }
}

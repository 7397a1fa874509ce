using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.AzureNative.Resources;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Utilities;

namespace KedaStack.Tests.Sdks.Behaviour;

public class TransformationTests
{
    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task ComponentsTransformation_SeesItselfAndAllBelow()
    {
        var seen = new List<string>();
        await _mocks.RunAsync(() =>
        {
            var root = new Group("root", new()
            {
                ResourceTransformations = { args => Add(seen, $"root sees {args.Resource.GetResourceName()}") },
            });
            var inner = new Group("inner", new()
            {
                Parent = root,
                ResourceTransformations = { args => Add(seen, $"inner sees {args.Resource.GetResourceName()}") },
            });
            _ = new Thing("thing", options: new() { Parent = inner });
        });

        Assert.Equal(["root sees root", "inner sees inner", "root sees inner", "inner sees thing", "root sees thing"], seen);
    }

    [Fact]
    public async Task Options_AreSeenAsGiven()
    {
        var seen = new List<ResourceOptions>();
        Thing? first = null;
        await _mocks.RunAsync(() =>
        {
            var root = new Group("root", new() { Protect = true, ResourceTransformations = { args => Add(seen, args.Options) } });
            first = new Thing("first", options: new() { Parent = root });
            var hook = new ResourceHook("hook", (_, _) => Task.CompletedTask);
            var onError = new ErrorHook("on-error", (_, _) => Task.FromResult(true));
            _ = new ResourceGroup("rg", options: new()
            {
                Parent = root,
                DependsOn = first,
                DeletedWith = first,
                IgnoreChanges = { "a" },
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(30) },
                Hooks = { AfterCreate = { hook }, OnError = { onError } },
            });
        });

        var options = seen[^1];
        Assert.Equal("root", options.Parent!.GetResourceName());
        Assert.Equal([first!], (await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput())).AsEnumerable());
        Assert.Same(first, options.DeletedWith);
        Assert.Equal(["a"], options.IgnoreChanges);
        Assert.Equal(TimeSpan.FromMinutes(30), options.CustomTimeouts!.Create);
        Assert.Equal("hook", options.Hooks.AfterCreate.Single().Name);
        Assert.Equal("on-error", options.Hooks.OnError.Single().Name);
        Assert.Null(options.Protect);
    }

    [Fact]
    public async Task InheritedProvider_IsNotSeen()
    {
        ResourceOptions? seen = null;
        await _mocks.RunAsync(() =>
        {
            var root = new Group("root", new()
            {
                Providers = { new Pulumi.Kubernetes.Provider("k8s") },
                ResourceTransformations =
                {
                    args =>
                    {
                        seen = args.Options;
                        return null;
                    },
                },
            });
            _ = new ConfigMap("map", options: new() { Parent = root });
        });

        Assert.Null(seen!.Provider);
    }

    [Fact]
    public async Task ChangedArgs_ReachTheMocks()
    {
        await _mocks.RunAsync(() =>
        {
            var root = new Group("root", new()
            {
                ResourceTransformations = { args => new ResourceTransformationResult(new ThingArgs { Text = "changed" }, args.Options) },
            });
            _ = new Thing("thing", new ThingArgs { Text = "given" }, new() { Parent = root });
        });

        Assert.Equal("changed", _mocks.InputsOf("thing")["text"]);
    }

    [Fact]
    public async Task ChangedParent_FailsTheRun()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.RunAsync(() =>
        {
            var root = new Group("root");
            _ = new Thing("thing", options: new()
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = root }),
                },
            });
        }));

        Assert.Contains("cannot currently be used to change the 'parent'", failure.Message);
    }

    [Fact]
    public async Task Hooks_AreNeverRun()
    {
        var ran = false;
        await _mocks.RunAsync(() => _ = new Thing("thing", options: new()
        {
            Hooks =
            {
                AfterCreate =
                {
                    new ResourceHook("hook", (_, _) =>
                    {
                        ran = true;
                        return Task.CompletedTask;
                    }),
                },
            },
        }));

        Assert.False(ran);
    }

    [Fact]
    public async Task MergedOptions_PutListsTogether()
    {
        await _mocks.RunAsync(() =>
        {
            var first = new CustomResourceOptions { IgnoreChanges = { "a" }, Protect = true, Version = "1" };
            var second = new CustomResourceOptions { IgnoreChanges = { "b" }, Version = "2" };

            var merged = CustomResourceOptions.Merge(first, second);

            Assert.Equal(["a", "b"], merged.IgnoreChanges);
            Assert.Equal(["a"], first.IgnoreChanges);
            Assert.Equal((true, "2"), (merged.Protect, merged.Version));
        });
    }

    private static ResourceTransformationResult? Add<T>(List<T> seen, T item)
    {
        seen.Add(item);
        return null;
    }
}

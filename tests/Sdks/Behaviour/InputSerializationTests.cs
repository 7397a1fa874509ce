using System.Collections.Immutable;
using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.AzureNative.Authorization;
using Pulumi.AzureNative.ContainerService;
using Pulumi.AzureNative.ContainerService.Inputs;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using ResourceIdentityType = Pulumi.AzureNative.ContainerService.ResourceIdentityType;

namespace KedaStack.Tests.Sdks.Behaviour;

public class InputSerializationTests
{
    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task Number_ArrivesAsDouble()
    {
        var inputs = await InputsAsync(new ThingArgs { Count = 3, Part = new PartArgs { Name = "p", Size = 1.5 } });

        Assert.Equal(3.0, Assert.IsType<double>(inputs["count"]));
        Assert.Equal(1.5, Assert.IsType<double>(Map(inputs["part"])["partSize"]));
    }

    [Fact]
    public async Task List_ArrivesAsImmutableArray()
    {
        var inputs = await InputsAsync(new ThingArgs { Items = { "a", Output.Create("b") } });

        Assert.Equal(["a", "b"], List(inputs["items"]));
    }

    [Fact]
    public async Task Map_ArrivesAsImmutableDictionary()
    {
        var inputs = await InputsAsync(new ThingArgs { Tags = { ["a"] = "1", ["b"] = Output.Create("2") } });

        Assert.Equal("1", Map(inputs["tags"])["a"]);
        Assert.Equal("2", Map(inputs["tags"])["b"]);
    }

    [Fact]
    public async Task Unset_IsLeftOut()
    {
        var inputs = await InputsAsync(new ThingArgs { Text = "only" });

        Assert.Equal(["text"], inputs.Keys);
    }

    [Fact]
    public async Task TouchedButEmptyList_IsSent()
    {
        var args = new ThingArgs();
        _ = args.Items;

        Assert.Empty(List((await InputsAsync(args))["items"]));
    }

    [Fact]
    public async Task NullInMap_IsLeftOut()
    {
        var inputs = await InputsAsync(new ThingArgs
        {
            Anything = new Dictionary<string, object?> { ["there"] = 1, ["missing"] = null },
        });

        Assert.Equal(["there"], Map(inputs["anything"]).Keys);
    }

    [Fact]
    public async Task NullInList_Stays()
    {
        var inputs = await InputsAsync(new ThingArgs { Anything = new object?[] { "a", null } });

        Assert.Equal(["a", null], List(inputs["anything"]));
    }

    [Fact]
    public async Task OutputOfNull_IsLeftOut()
        => Assert.Empty(await InputsAsync(new ThingArgs { Text = Output.Create((string)null!) }));

    [Fact]
    public async Task Secret_ArrivesAsPlainText()
    {
        var inputs = await InputsAsync(new ThingArgs
        {
            Text = Output.CreateSecret("hidden"),
            Part = new PartArgs { Name = Output.CreateSecret("hidden too") },
        });

        Assert.Equal("hidden", inputs["text"]);
        Assert.Equal("hidden too", Map(inputs["part"])["name"]);
    }

    [Fact]
    public async Task NestedUnknown_DropsTheWholeInput()
    {
        await _mocks.RunAsync(
            () =>
            {
                var first = new Thing("first");
                _ = new Thing("second", new ThingArgs
                {
                    Text = "stays",
                    Part = new PartArgs { Name = first.Text.Apply(text => text!), Size = 1 },
                    Items = { "a", first.Text.Apply(text => text!) },
                });
            },
            isPreview: true);

        Assert.Equal(["text"], _mocks.InputsOf("second").Keys);
    }

    [Fact]
    public async Task OutputsInsidePlainDictionaries_AreResolved()
    {
        var inputs = await InputsAsync(new ThingArgs
        {
            Anything = new Dictionary<string, object>
            {
                ["inner"] = new Dictionary<string, object> { ["output"] = Output.Create(2), ["list"] = new List<object> { true } },
            },
        });

        var inner = Map(Map(inputs["anything"])["inner"]);
        Assert.Equal(2.0, inner["output"]);
        Assert.Equal([true], List(inner["list"]));
    }

    [Fact]
    public async Task Resource_ArrivesAsResource()
    {
        await _mocks.RunAsync(() => _ = new Thing("second", new ThingArgs { Resource = Output.Create<Resource>(new Thing("first")) }));

        var resource = Assert.IsAssignableFrom<Resource>(_mocks.InputsOf("second")["resource"]);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::first", await OutputUtilities.GetValueAsync(resource.Urn));
    }

    [Fact]
    public async Task JsonInput_ArrivesAsText()
    {
        var inputs = await InputsAsync(new ThingArgs { FlagText = true, ItemsText = ["t1", "t2"] });

        Assert.Equal("true", inputs["flagText"]);
        Assert.Equal("[ \"t1\", \"t2\" ]", inputs["itemsText"]);
    }

    [Fact]
    public async Task OutputType_ArrivesWithItsFields()
    {
        var mocks = RecordingMocks.WithState(("part", new Dictionary<string, object> { ["name"] = "p", ["partSize"] = 2 }));
        await mocks.RunAsync(() => _ = new Thing("second", new ThingArgs { Anything = new Thing("first").Part.Apply(part => (object)part!) }));

        Assert.Equal("p", Map(mocks.InputsOf("second")["anything"])["name"]);
        Assert.Equal(2.0, Map(mocks.InputsOf("second")["anything"])["size"]);
    }

    [Fact]
    public async Task EnumStruct_ArrivesAsItsWord()
    {
        await _mocks.RunAsync(() => _ = new ManagedCluster("aks", new ManagedClusterArgs
        {
            ResourceGroupName = "rg",
            Sku = new ManagedClusterSKUArgs { Name = ManagedClusterSKUName.Base, Tier = "Standard" },
            Identity = new ManagedClusterIdentityArgs { Type = ResourceIdentityType.SystemAssigned },
        }));

        var inputs = _mocks.InputsOf("aks");
        Assert.Equal("Base", Map(inputs["sku"])["name"]);
        Assert.Equal("Standard", Map(inputs["sku"])["tier"]);
        Assert.Equal("SystemAssigned", Map(inputs["identity"])["type"]);
    }

    [Fact]
    public async Task Default_IsSent()
    {
        await _mocks.RunAsync(() => _ = new RoleAssignment(
            "role", new RoleAssignmentArgs { PrincipalId = "p", RoleDefinitionId = "r", Scope = "s" }));

        Assert.Equal("User", _mocks.InputsOf("role")["principalType"]);
    }

    [Fact]
    public async Task KubernetesObject_SendsItsKind()
    {
        await _mocks.RunAsync(() => _ = new ConfigMap("map", new ConfigMapArgs { Data = { ["a"] = "b" } }));

        var inputs = _mocks.InputsOf("map");
        Assert.Equal("kubernetes:core/v1:ConfigMap", _mocks.Resources.Single().Type);
        Assert.Equal("v1", inputs["apiVersion"]);
        Assert.Equal("ConfigMap", inputs["kind"]);
        Assert.Equal("b", Map(inputs["data"])["a"]);
    }

    [Fact]
    public async Task CustomKubernetesObject_SendsItsKindAndProperties()
    {
        await _mocks.RunAsync(() => _ = new Pulumi.Kubernetes.ApiExtensions.CustomResource("scaled", new ScaledThingArgs
        {
            Metadata = new ObjectMetaArgs { Name = "scaled" },
            Spec = new Dictionary<string, object> { ["max"] = 10 },
        }));

        var resource = _mocks.Resources.Single();
        Assert.Equal("kubernetes:example.org/v1:ScaledThing", resource.Type);
        Assert.Equal("example.org/v1", resource.Inputs["apiVersion"]);
        Assert.Equal("ScaledThing", resource.Inputs["kind"]);
        Assert.Equal("scaled", Map(resource.Inputs["metadata"])["name"]);
        Assert.Equal(10.0, Map(resource.Inputs["spec"])["max"]);
    }

    [Fact]
    public async Task HelmValues_ArriveAsPlainValues()
    {
        await _mocks.RunAsync(() => _ = new Release("keda", new ReleaseArgs
        {
            Chart = "keda",
            Values = new Dictionary<string, object> { ["operator"] = new Dictionary<string, object> { ["replicaCount"] = 2 } },
        }));

        var inputs = _mocks.InputsOf("keda");
        Assert.Equal("true", inputs["compat"]);
        Assert.Equal(2.0, Map(Map(inputs["values"])["operator"])["replicaCount"]);
    }

    [Fact]
    public async Task RequiredInputUnset_FailsTheRun()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.RunAsync(() => _ = new ManagedCluster("aks", new ManagedClusterArgs())));

        Assert.Contains("System.ArgumentNullException", failure.Message);
        Assert.Contains("ManagedClusterArgs.ResourceGroupName is required but was not given a value", failure.Message);
    }

    [Fact]
    public async Task NestedRequiredInputUnset_NamesTheTopLevelInput()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => InputsAsync(new ThingArgs { Part = new PartArgs() }));

        Assert.Contains("error serializing property \"part\"", failure.Message);
        Assert.Contains("PartArgs.Name is required but was not given a value", failure.Message);
    }

    [Fact]
    public async Task UnsupportedType_FailsTheRun()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => InputsAsync(new ThingArgs { Anything = 1.0m }));

        Assert.Contains("System.Decimal is not a supported argument type", failure.Message);
    }

    private static ImmutableDictionary<string, object> Map(object value)
        => Assert.IsType<ImmutableDictionary<string, object>>(value);

    private static object?[] List(object value)
        => [.. Assert.IsType<ImmutableArray<object?>>(value)];

    private async Task<ImmutableDictionary<string, object>> InputsAsync(ThingArgs args)
    {
        await _mocks.RunAsync(() => _ = new Thing("thing", args));
        return _mocks.InputsOf("thing");
    }

    private sealed class ScaledThingArgs() : CustomResourceArgs("example.org/v1", "ScaledThing")
    {
        [Input("spec")]
        public InputMap<object>? Spec { get; set; }
    }
}

using KedaStack.Infra.Naming;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Naming;

/// <summary>The names keep to the rules of their resource types, whatever the stack is called.</summary>
public sealed class ResourceNamesTests
{
    /// <summary>By kind: the rule (resource-name-rules of Azure Resource Manager, in azure-reference.md 1.2) and the name.</summary>
    private static readonly Dictionary<string, (string Rule, Func<ResourceNames, string> Name)> _names = new()
    {
        ["resource group"] = (@"^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]\z", names => names.ResourceGroup),
        ["cluster"] = (@"^[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\z", names => names.Cluster),
        ["DNS prefix"] = (@"^[A-Za-z0-9]([A-Za-z0-9-]{0,52}[A-Za-z0-9])?\z", names => names.DnsPrefix),
        ["workspace"] = (@"^(?!-)[A-Za-z0-9-]{1,49}[^-]\z", names => names.Workspace),
        ["identity"] = (@"^[A-Za-z0-9][A-Za-z0-9_-]{2,127}\z", names => names.KedaIdentity),
        ["data collection endpoint"] = (@"^[A-Za-z0-9][A-Za-z0-9-]{1,42}[A-Za-z0-9]\z", names => names.DataCollectionEndpoint),
        ["data collection rule"] = (@"^[A-Za-z0-9][A-Za-z0-9._-]{1,62}[A-Za-z0-9]\z", names => names.DataCollectionRule),
        ["association"] = (@"^[A-Za-z0-9][A-Za-z0-9._-]{1,62}[A-Za-z0-9]\z", names => names.DataCollectionRuleAssociation),
        ["Grafana"] = (@"^[a-zA-Z][-a-zA-Z\d]{0,21}[a-zA-Z\d]\z", names => names.Grafana(Cloud.SubscriptionId)),
    };

    private static readonly string[] _prefixes = ["a", "web", "kedastack", "a-b", "thirty-characters-is-the-limits"[..30]];

    private static readonly string[] _stacks =
        ["dev", "d", "Dev", "UPPER", "feature_x", "release.1.2", "a__b..c", "-dev-", "1", new string('x', 100), $"a{new string('-', 60)}z"];

    /// <summary>Stack names that Pulumi takes although no character of theirs is legal in every resource name.</summary>
    private static readonly string[] _illegalStacks = ["_", "...", "-", "_.-"];

    private static readonly string[] _regions = ["eastus", "australiasoutheast", "germanywestcentral", new string('r', 50)];

    public static TheoryData<string> Kinds => [.. _names.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Name_OfAnyPrefixStackAndRegion_IsLegal(string kind)
    {
        var (rule, name) = _names[kind];

        Assert.All(
            from prefix in _prefixes from stack in _stacks from region in _regions select Names(prefix, stack, region),
            names => Assert.Matches(rule, name(names)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Name_OfAStackWithoutALegalCharacter_IsLegal(string kind)
    {
        var (rule, name) = _names[kind];

        Assert.All(_illegalStacks, stack => Assert.Matches(rule, name(Names("web", stack))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Name_OfTheSameInputs_IsTheSame(string kind) =>
        Assert.Equal(_names[kind].Name(Names("web", "dev")), _names[kind].Name(Names("web", "dev")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_OfLongStacksThatDifferAtTheEnd_Differ(string kind)
    {
        var beginning = new string('s', 100);
        var names = Enumerable.Range(0, 100).Select(i => _names[kind].Name(Names("web", $"{beginning}{i}"))).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("dev", "web-dev")]
    [InlineData("Dev", "web-dev")]
    [InlineData("feature_x", "web-feature-x")]
    [InlineData("release.1.2", "web-release-1-2")]
    [InlineData("a__b..c", "web-a-b-c")]
    [InlineData("-dev-", "web-dev")]
    public void Cluster_OfAStackName_ReplacesWhatIsIllegalByAHyphen(string stack, string expected) =>
        Assert.Equal(expected, Names("web", stack).Cluster);

    [Theory]
    [InlineData("resource group", 90, "web-{0}")]
    [InlineData("cluster", 63, "web-{0}")]
    [InlineData("DNS prefix", 54, "web-{0}")]
    [InlineData("workspace", 50, "web-{0}")]
    [InlineData("identity", 128, "web-{0}-keda")]
    [InlineData("data collection endpoint", 44, "MSProm-eastus-web-{0}")]
    [InlineData("data collection rule", 64, "MSProm-eastus-web-{0}")]
    [InlineData("association", 64, "MSProm-eastus-web-{0}")]
    public void Name_BelowOrAtItsLimit_IsUncutAndAboveItIsCutToIt(string kind, int limit, string format)
    {
        var room = limit - (format.Length - "{0}".Length);

        Assert.Equal(Uncut(room - 1), Name(room - 1));
        Assert.Equal(Uncut(room), Name(room));
        Assert.Equal(limit, Name(room).Length);
        Assert.Matches("^[A-Za-z-]+x-[0-9a-f]{8}$", Name(room + 1));
        Assert.Equal(limit, Name(room + 1).Length);

        string Uncut(int length) => format.Replace("{0}", new string('x', length), StringComparison.Ordinal);

        string Name(int length) => _names[kind].Name(Names("web", new string('x', length)));
    }

    [Fact]
    public void DataCollectionEndpoint_OfALongRegion_IsCutAndTheRuleIsNot()
    {
        var names = Names("kedastack", "production-two", "australiasoutheast");

        Assert.Matches("^MSProm-australiasoutheast-kedastack-[0-9a-f]{8}$", names.DataCollectionEndpoint);
        Assert.Equal("MSProm-australiasoutheast-kedastack-production-two", names.DataCollectionRule);
    }

    private static ResourceNames Names(string prefix, string stack, string region = "eastus") => new(
        Stacks.Defaults with
        {
            NamePrefix = prefix,
            Location = region,
            Monitoring = Stacks.Defaults.Monitoring with { Location = region },
        },
        stack);
}

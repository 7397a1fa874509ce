using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Tests.Cli;

namespace KedaStack.Tests.Resources.Preview;

public sealed class PreviewJsonTests
{
    private static readonly string[] _resourceKeys =
        ["urn", "type", "name", "parent", "provider", "inputs", "references", "options"];

    private static readonly string[] _optionKeys =
        ["dependsOn", "deletedWith", "ignoreChanges", "replaceOnChanges", "protect", "hooks", "timeouts"];

    [Fact]
    public async Task Json_OfTwentyRuns_IsTheSameByteForByte()
    {
        var first = await JsonAsync();

        for (var run = 1; run < 20; run++)
        {
            Assert.Equal(first, await JsonAsync());
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task Json_InAnotherCulture_IsTheSame(string culture)
    {
        var expected = await JsonAsync();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, await JsonAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Json_OfEveryResource_HasTheDocumentedShape()
    {
        var json = await ParsedAsync();

        Assert.Equal(["stack", "resources", "outputs"], json.Select(entry => entry.Key));
        Assert.All(json["resources"]!.AsArray(), resource =>
        {
            Assert.Equal(_resourceKeys, resource!.AsObject().Select(entry => entry.Key));
            Assert.Equal(_optionKeys, resource["options"]!.AsObject().Select(entry => entry.Key));
        });
    }

    [Fact]
    public async Task Json_OfResources_IsSortedByUniqueUrns()
    {
        var urns = (await ParsedAsync())["resources"]!.AsArray().Select(resource => resource!["urn"]!.GetValue<string>()).ToList();

        Assert.Equal(urns.Distinct().Order(StringComparer.Ordinal), urns);
    }

    [Fact]
    public async Task Json_OfEveryRelation_NamesAResourceOfTheStack()
    {
        var resources = (await ParsedAsync())["resources"]!.AsArray();
        var urns = resources.Select(resource => resource!["urn"]!.GetValue<string>()).ToHashSet();

        Assert.All(resources, resource =>
        {
            var related = new[] { resource!["parent"], resource["provider"], resource["options"]!["deletedWith"] }
                .Concat(resource["options"]!["dependsOn"]!.AsArray())
                .OfType<JsonNode>()
                .Select(node => node.GetValue<string>());
            Assert.Subset(urns, related.ToHashSet());
        });
    }

    [Fact]
    public async Task Json_OfAReference_NamesTheOutputThatItComesFrom()
    {
        var resources = (await ParsedAsync())["resources"]!.AsArray();
        var credential = resources.Single(resource => resource!["name"]!.GetValue<string>() == "keda-credential")!;

        Assert.Equal("aks.oidcIssuerProfile.issuerURL", credential["references"]!["issuer"]![0]!.GetValue<string>());
        Assert.Equal("${aks.oidcIssuerProfile.issuerURL}", credential["inputs"]!["issuer"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("localAccounts")]
    [InlineData("entra")]
    public async Task Json_Never_ShowsTheKubeconfig(string access)
    {
        var text = await JsonAsync("--config", $"access={access}");

        Assert.DoesNotContain("current-context", text, StringComparison.Ordinal);
        Assert.Contains("\"kubeconfig\": \"[secret]\"", text, StringComparison.Ordinal);
    }

    private static async Task<string> JsonAsync(params string[] arguments) =>
        (await CommandRun.OfAsync(["preview", "--json", .. arguments])).Output;

    private static async Task<JsonObject> ParsedAsync() => JsonNode.Parse(await JsonAsync())!.AsObject();
}

using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Reports.Preview;

/// <summary><c>kedastack preview --import</c>.</summary>
public sealed class ImportJsonTests
{
    [Theory]
    [InlineData("kedaInstallation=helm")]
    [InlineData("kedaInstallation=addon")]
    public async Task Import_OfAStack_HasTheIdOfEveryAzureResourceButRoleAssignments(string setting)
    {
        var stack = setting.EndsWith("addon", StringComparison.Ordinal) ? await Stacks.AddOn : await Stacks.Helm;
        var resources = await ResourcesAsync("--config", setting);

        Assert.Equal(
            stack.Resources
                .Where(resource => resource.IsAzure && !resource.Type.EndsWith(":RoleAssignment", StringComparison.Ordinal))
                .Select(resource => (resource.Type, resource.Name, MockedOutputs.Id(resource.Registration)))
                .Order(),
            resources
                .Where(resource => resource["component"] is null)
                .Select(resource => (Text(resource, "type"), Text(resource, "logicalName"), Text(resource, "id")))
                .Order());
    }

    [Fact]
    public async Task Import_OfEveryResource_ComesAfterItsParentAndHasANameOfItsOwn()
    {
        var stack = await Stacks.Helm;
        var resources = await ResourcesAsync();
        var seen = new Dictionary<string, string>();

        foreach (var resource in resources)
        {
            var label = $"{Text(resource, "type")[(Text(resource, "type").LastIndexOf(':') + 1)..]} {Text(resource, "logicalName")}";
            Assert.Equal(stack[label].Parent, resource["parent"] is { } parent ? seen[parent.GetValue<string>()] : null);
            Assert.Equal(stack[label].IsComponent, resource["component"]?.GetValue<bool>() ?? false);
            seen.Add(Text(resource, "name"), label);
        }

        // No component is left without a child, and none that has none is there.
        Assert.DoesNotContain("KedaOperator keda", seen.Values);
        Assert.Contains("KedaIdentity keda-identity", seen.Values);
    }

    [Theory]
    [InlineData("--import: goes with --output only", "--import", Cloud.SubscriptionId, "--json")]
    [InlineData("--import: is not the id of a subscription (got \"my-subscription\")", "--import", "my-subscription")]
    public async Task Import_OfAWrongLine_IsRefused(string expected, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["preview", .. arguments]);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonNode>> ResourcesAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["preview", "--import", Cloud.SubscriptionId, .. arguments]);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        return [.. JsonNode.Parse(run.Output)!["resources"]!.AsArray().OfType<JsonNode>()];
    }

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();
}

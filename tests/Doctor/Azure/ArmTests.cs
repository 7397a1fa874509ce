using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>Reading Azure Resource Manager.</summary>
public sealed class ArmTests
{
    private const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    private const string Workspace = $"{Subscription}/resourceGroups/prod/providers/Microsoft.Monitor/accounts/metrics";

    [Fact]
    public async Task List_OfSeveralPages_IsOneAnswerWithWhatIsKept()
    {
        var pages = new Pages(
            ($"{Workspace}?api-version=1", $$"""{"value":[{"name":"a"},{"name":"b"}],"nextLink":"https://management.azure.com{{Workspace}}?api-version=1&$skiptoken=2"}"""),
            ($"{Workspace}?api-version=1&$skiptoken=2", """{"value":[{"name":"a"}]}"""));

        var answer = await ArmList.ReadAsync(pages, $"{Workspace}?api-version=1", item => item.Text("name") == "a", () => TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal($"{Workspace}?api-version=1", answer.Path);
        Assert.Equal(["a", "a"], answer.Body.Objects("value").Select(item => item.Text("name")));
    }

    [Fact]
    public async Task List_WhosePageFails_IsThatFailureUnderItsOwnPath()
    {
        var pages = new Pages(($"{Workspace}?api-version=1", $$"""{"value":[],"nextLink":"https://management.azure.com{{Workspace}}?page=2"}"""));

        var answer = await ArmList.ReadAllAsync(pages, $"{Workspace}?api-version=1", () => TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(($"{Workspace}?api-version=1", 404), (answer.Path, answer.Status));
    }

    [Theory]
    [InlineData($"https://management.azure.com{Workspace}?page=next", "the list has more than 20 pages, and no more are read")]
    [InlineData("https://elsewhere.example/next", "the list names its next page by no address of Azure Resource Manager")]
    public async Task List_ThatIsNotReadToItsEnd_IsNotRead(string next, string why)
    {
        var body = $$"""{"value":[{"name":"a"}],"nextLink":"{{next}}"}""";
        var pages = new Pages(($"{Workspace}?api-version=1", body), ($"{Workspace}?page=next", body));

        var answer = await ArmList.ReadAllAsync(pages, $"{Workspace}?api-version=1", () => TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(($"{Workspace}?api-version=1", true, why), (answer.Path, answer.IsUnread, answer.WhyUnread));
    }

    [Theory]
    [InlineData($"{Workspace}?api-version=2099-01-01")]
    [InlineData("/subscriptions/11111111-2222-3333-4444-555555555555/resourcegroups/PROD/providers/microsoft.monitor/accounts/metrics?api-version=2023-04-03")]
    public void Answers_InAnotherCaseOrVersion_AreFound(string path)
    {
        var answers = new AnswerSet();
        answers.Add(new ClusterAnswer(path, 200, "application/json", 1, new JsonObject()));

        Assert.True(new ArmAnswers(answers).Get(ArmPath.Workspace(Workspace)).IsOk);
        Assert.False(new ArmAnswers(answers).Get(ArmPath.Workspace($"{Workspace}2")).IsOk);
    }

    [Theory]
    [InlineData(AzureRoles.MonitoringDataReader, null, true)]
    [InlineData(AzureRoles.MonitoringReader, """{"actions":["*/read"],"dataActions":[]}""", false)]
    [InlineData("custom", """{"dataActions":["microsoft.monitor/accounts/data/metrics/read"]}""", true)]
    [InlineData("custom", """{"dataActions":["Microsoft.Monitor/accounts/data/*/read"]}""", true)]
    [InlineData("custom", """{"dataActions":["*"],"notDataActions":["microsoft.monitor/*"]}""", false)]
    [InlineData("custom", """{"dataActions":["microsoft.monitor/accounts/data/logs/*"]}""", false)]
    [InlineData("custom", null, null)]
    public void Role_GivesTheRight_ByWhatItAllows(string role, string? permission, bool? gives)
    {
        var need = new RoleNeed(Workspace, "workspace metrics", AzureRoles.MonitoringDataReader);
        var id = $"{Subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}";
        var answers = new AnswerSet();
        Add(ArmPath.Roles(Workspace, "p"), $$$"""{"value":[{"properties":{"roleDefinitionId":"{{{id}}}","principalId":"p"}}]}""");
        if (permission is not null)
        {
            Add(ArmPath.RoleDefinition(id), $$$"""{"properties":{"permissions":[{{{permission}}}]}}""");
        }

        var giving = need.Giving(new AzureSide(answers), "p");

        Assert.Equal(gives, giving is null ? null : giving.Count > 0);

        void Add(string path, string body) => answers.Add(new ClusterAnswer(path, 200, "application/json", 1, JsonNode.Parse(body)));
    }

    [Theory]
    [InlineData(Workspace, true)]
    [InlineData("/subscriptions/11111111-2222-3333-4444-555555555555/resourcegroups/PROD/providers/microsoft.monitor/accounts/metrics", true)]
    [InlineData($"{Subscription}/resourceGroups/prod", true)]
    [InlineData(Subscription, true)]
    [InlineData("/providers/Microsoft.Management/managementGroups/company", true)]
    [InlineData("/", true)]
    [InlineData(null, true)]
    [InlineData($"{Subscription}/resourceGroups/pro", false)]
    [InlineData($"{Subscription}/resourceGroups/other", false)]
    [InlineData($"{Workspace}/metricsContainers/default", false)]
    [InlineData("/subscriptions/99999999-2222-3333-4444-555555555555", false)]
    public void Role_GivenAtAScope_HoldsThereAndBelow(string? scope, bool gives)
    {
        var answers = new AnswerSet();
        answers.Add(new ClusterAnswer(ArmPath.Roles(Workspace, "p"), 200, "application/json", 1, new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject
            {
                ["properties"] = new JsonObject { ["roleDefinitionId"] = $"{Subscription}/providers/Microsoft.Authorization/roleDefinitions/{AzureRoles.MonitoringDataReader}", ["scope"] = scope },
            }),
        }));

        var giving = new RoleNeed(Workspace, "workspace metrics", AzureRoles.MonitoringDataReader).Giving(new AzureSide(answers), "p");

        Assert.Equal(gives, giving!.Count > 0);
    }

    [Theory]
    [InlineData(AzureCloud.Public, "https://management.azure.com/", "https://management.azure.com/.default")]
    [InlineData(AzureCloud.UsGovernment, "https://management.usgovcloudapi.net/", "https://management.usgovcloudapi.net/.default")]
    [InlineData(AzureCloud.China, "https://management.chinacloudapi.cn/", "https://management.chinacloudapi.cn/.default")]
    public void Endpoint_OfACloud_IsItsOwn(AzureCloud cloud, string host, string scope) =>
        Assert.Equal((host, scope), (ArmEndpoint.Of(cloud).Host.AbsoluteUri, ArmEndpoint.Of(cloud).Scope));

    private sealed class Pages(params (string Path, string Body)[] pages) : IApiReader
    {
        public Task<ClusterAnswer> GetAsync(string path, TimeSpan timeout, CancellationToken cancellationToken) =>
            Task.FromResult(pages.FirstOrDefault(page => page.Path == path) is { Body: { } body }
                ? new ClusterAnswer(path, 200, "application/json", 1, JsonNode.Parse(body)) : new ClusterAnswer(path, 404, "application/json", 1, null));
    }
}

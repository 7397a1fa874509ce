using System.Globalization;
using Xunit.Abstractions;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>Azure's types notice mistakes in the real stack's resources.</summary>
public sealed class AzureTypesMutationTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<IReadOnlyList<(InputMutation Mutation, bool IsCaught)>>> _mutations = new(MutateAsync);

    [Theory]
    [InlineData(nameof(InputMistake.Renamed), 300, 0.99)]
    [InlineData(nameof(InputMistake.WrongType), 300, 0.99)]
    // Names, regions and the like are words that no type lists.
    [InlineData(nameof(InputMistake.WrongWord), 40, 0.45)]
    // Most properties may be left out.
    [InlineData(nameof(InputMistake.Removed), 300, 0.3)]
    public async Task Mistakes_OfAKind_AreCaughtAtLeastAsOften(string kind, int leastMistakes, double leastShare)
    {
        var mistakes = (await _mutations.Value).Where(one => one.Mutation.Kind.ToString() == kind).ToList();
        var missed = mistakes.Where(one => !one.IsCaught).Select(one => one.Mutation.Name).ToList();
        var caught = mistakes.Count - missed.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{caught} of {mistakes.Count} caught; missed:"));
        missed.ForEach(output.WriteLine);

        Assert.True(mistakes.Count >= leastMistakes, $"Only {mistakes.Count} mistakes.");
        Assert.True(caught >= leastShare * mistakes.Count, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("ResourceGroup resource-group", "location")]
    [InlineData("ManagedCluster aks", "location")]
    [InlineData("ManagedCluster aks", "resourceGroupName")]
    [InlineData("ManagedCluster aks", "agentPoolProfiles[0].name")]
    [InlineData("AzureMonitorWorkspace workspace", "location")]
    [InlineData("DataCollectionRuleAssociation data-collection-rule-association", "resourceUri")]
    [InlineData("PrometheusRuleGroup autoscaler-alerts", "scopes")]
    [InlineData("PrometheusRuleGroup autoscaler-alerts", "rules")]
    [InlineData("PrometheusRuleGroup autoscaler-alerts", "rules[0].expression")]
    [InlineData("ActionGroup alert-emails", "groupShortName")]
    [InlineData("ActionGroup alert-emails", "emailReceivers[0].emailAddress")]
    [InlineData("Grafana grafana", "workspaceName")]
    [InlineData("Grafana grafana", "sku.name")]
    [InlineData("Grafana grafana", "identity.type")]
    [InlineData("RoleAssignment keda-monitoring-data-reader", "principalId")]
    [InlineData("RoleAssignment keda-monitoring-data-reader", "roleDefinitionId")]
    [InlineData("FederatedIdentityCredential keda-credential", "issuer")]
    [InlineData("FederatedIdentityCredential keda-credential", "subject")]
    [InlineData("FederatedIdentityCredential keda-credential", "audiences")]
    public async Task Mistakes_ThatLeaveOutWhatIsRequired_AreCaught(string resource, string path) => Assert.True(
        (await _mutations.Value).Single(one =>
            one.Mutation.Kind is InputMistake.Removed && one.Mutation.Resource.Label == resource && one.Mutation.Path == path).IsCaught);

    // A resource that two variants have in two states has most of its mistakes twice: once is enough.
    private static async Task<IReadOnlyList<(InputMutation Mutation, bool IsCaught)>> MutateAsync() =>
    [
        .. (await AzureResources.AllAsync())
            // The alerts of workloads are those of the sample app once more.
            .Where(resource => !resource.Label.EndsWith("-alerts", StringComparison.Ordinal) || resource.Label == "PrometheusRuleGroup autoscaler-alerts")
            .SelectMany(InputMutation.Of)
            .DistinctBy(mutation => mutation.Name)
            .Select(mutation => (mutation, mutation.IsCaught)),
    ];
}

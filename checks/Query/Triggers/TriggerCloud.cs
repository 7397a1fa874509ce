using KedaStack.Checks.Rules;
using KedaStack.Infra.Clouds;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>A trigger on an Azure Monitor workspace names the workspace's cloud.</summary>
internal sealed class TriggerCloud() : Check(new()
{
    Id = "trigger-cloud",
    Severity = Severity.Error,
    Title = "A trigger on an Azure Monitor workspace names the workspace's cloud",
    Failure = "`prometheus query api returned error. status: 401`; for an unknown name `invalid cloud environment ...`",
    Cause = "The metadata `cloud` decides what KEDA's token is for: `https://prometheus.monitor.azure.com` unless it says AzureUSGovernmentCloud (`.us`) or AzureChinaCloud (`.cn`).",
    Fix = "Set `cloud` in the trigger's metadata; the stack does so by its regions or the setting `cloud`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Private = "Private";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        where trigger.Workspace(stack) is not null
        let name = trigger.Metadata("cloud")
        // A private cloud says itself what the token is for.
        where name?.Equals(Private, StringComparison.OrdinalIgnoreCase) != true && AzureCloudNames.OfKeda(name) != StackCloud.Of(stack)
        select Found(trigger.ScaledObject, trigger.MetadataPath("cloud"), name, StackCloud.Of(stack).ForKeda());
}

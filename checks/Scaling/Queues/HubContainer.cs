using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>An Event Hubs trigger names the container of the checkpoints.</summary>
internal sealed class HubContainer() : Check(new()
{
    Id = "hub-container-missing",
    Severity = Severity.Warning,
    Title = "An Event Hubs trigger names the container of the checkpoints",
    Failure = "no error: every retained event counts as unprocessed, and the app goes to as many replicas as there are partitions",
    Cause = "Without blobContainer KEDA looks for the checkpoints where Azure Functions write them, whatever checkpointStrategy says.",
    Fix = "Set `blobContainer`, or `checkpointStrategy: azureFunction` for a function.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        let strategy = trigger.Metadata("checkpointStrategy")
        where trigger.Type == "azure-eventhub" && strategy != "azureFunction" && trigger.Metadata("blobContainer") is null
        select Found(
            trigger.ScaledObject,
            trigger.MetadataPath("blobContainer"),
            $"nothing, with {(strategy is null ? "no checkpointStrategy" : $"checkpointStrategy {strategy}")}: KEDA reads azure-webjobs-eventhub, the container of Azure Functions",
            "the container that the app writes its checkpoints to; or checkpointStrategy azureFunction");
}

using KedaStack.Checks.Rules;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The checkpointStrategy of an Event Hubs trigger is one that KEDA knows.</summary>
internal sealed class CheckpointStrategy() : Check(new()
{
    Id = "hub-strategy-unknown",
    Severity = Severity.Error,
    Title = "The checkpointStrategy of an Event Hubs trigger is one that KEDA knows",
    Failure = "no error: every retained event counts as unprocessed, and the app goes to as many replicas as there are partitions",
    Cause = "An unknown word counts as none, and without a strategy the checkpoint is looked for where old SDKs wrote it.",
    Fix = "Write blobMetadata for the SDKs of today, azureFunction, goSdk or dapr.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly string[] _known = ["blobMetadata", "azureFunction", "goSdk", "dapr"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Type == "azure-eventhub"
        let strategy = trigger.Json.Scalar("metadata.checkpointStrategy")
        where strategy is { Length: > 0 } && !_known.Contains(strategy)
        select Found(trigger.ScaledObject, trigger.MetadataPath("checkpointStrategy"), strategy, EditDistance.Nearest(strategy, _known) ?? $"one of {string.Join(", ", _known)}");
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The namespace of a Service Bus or Event Hubs trigger is its short name.</summary>
internal sealed class AzureNamespace() : Check(new()
{
    Id = "azure-namespace-suffix",
    Severity = Severity.Error,
    Title = "The namespace of a Service Bus or Event Hubs trigger is its short name",
    Failure = "`no such host` for `<namespace>.servicebus.windows.net.servicebus.windows.net`",
    Cause = "KEDA appends the suffix of the cloud.",
    Fix = "Write the name without `.servicebus.windows.net`; another cloud is named in `cloud`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        let key = trigger.Type switch { "azure-servicebus" => "namespace", "azure-eventhub" => "eventHubNamespace", _ => null }
        where key is not null
        let name = trigger.Json.Scalar($"metadata.{key}")
        where name?.Contains('.', StringComparison.Ordinal) is true
        select Found(trigger.ScaledObject, trigger.MetadataPath(key), name, name.Split('.')[0]);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The values of a trigger's metadata are strings.</summary>
internal sealed class TriggerMetadataStrings() : Check(new()
{
    Id = "trigger-metadata-strings",
    Severity = Severity.Error,
    Title = "The values of a trigger's metadata are strings",
    Failure = "`spec.triggers[0].metadata.threshold: Invalid value: \"integer\": must be of type string`",
    Cause = "The schema of the ScaledObject allows nothing else.",
    Fix = "Write numbers and booleans as strings: `\"10\"`, `\"false\"`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        where trigger.Json["metadata"] is JsonObject
        from entry in (JsonObject)trigger.Json["metadata"]!
        where entry.Value?.GetValueKind() != JsonValueKind.String
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), entry.Value?.ToJsonString(), "a string");
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The times and counts of a ScaledObject are whole numbers in their ranges.</summary>
internal sealed class ScalingNumbers() : Check(new()
{
    Id = "scaling-numbers",
    Severity = Severity.Error,
    Title = "The times and counts of a ScaledObject are whole numbers in their ranges",
    Failure = "`spec.pollingInterval: Invalid value: \"string\": must be of type integer`, or a polling loop that never rests",
    Cause = "The schema takes whole numbers; 0 and less make no sense to the operator.",
    Fix = "Write seconds as whole numbers: `pollingInterval` 1 or more, `cooldownPeriod` 0 or more.",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly (string Path, decimal Least)[] _numbers =
    [
        ("spec.pollingInterval", 1),
        ("spec.cooldownPeriod", 0),
        ("spec.initialCooldownPeriod", 0),
        ("spec.minReplicaCount", decimal.MinValue),
        ("spec.maxReplicaCount", decimal.MinValue),
        ("spec.idleReplicaCount", decimal.MinValue),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        from number in _numbers
        where scaledObject.Inputs.At(number.Path) is not null
        let value = scaledObject.Inputs.Number(number.Path)
        where value is null || value != decimal.Truncate(value.Value) || value < number.Least
        select Found(
            scaledObject,
            number.Path,
            scaledObject.Inputs.Shown(number.Path),
            number.Least == decimal.MinValue ? "a whole number" : $"a whole number of at least {number.Least}");
}

using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>A rolling update may add a pod or take one away.</summary>
internal sealed class RollingUpdate() : Check(new()
{
    Id = "rolling-update",
    Severity = Severity.Error,
    Title = "A rolling update may add a pod or take one away",
    Failure = "`spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when maxSurge is 0`",
    Cause = "With neither, no pod could ever be replaced.",
    Fix = "Set `maxSurge` to 1 and `maxUnavailable` to 0.",
    About = [ResourceTypes.Deployment],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from deployment in stack.OfType(ResourceTypes.Deployment)
        let surge = deployment.Inputs.Scalar("spec.strategy.rollingUpdate.maxSurge")
        let unavailable = deployment.Inputs.Scalar("spec.strategy.rollingUpdate.maxUnavailable")
        where IsZero(surge) && IsZero(unavailable)
        select Found(deployment, "spec.strategy.rollingUpdate", "neither maxSurge nor maxUnavailable", "one of them above 0");

    private static bool IsZero(string? text) =>
        decimal.TryParse(text?.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == 0;
}

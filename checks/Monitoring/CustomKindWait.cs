using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>Objects whose kind an AKS add-on brings are retried until the kind is there.</summary>
internal sealed class CustomKindWait() : Check(new()
{
    Id = "custom-kind-wait",
    Severity = Severity.Error,
    Title = "Objects whose kind an AKS add-on brings are retried until the kind is there",
    Failure = "`no matches for kind ...`, `creation failed: Verify that any required CRDs have been created`, in the first deployment",
    Cause = "Add-ons deliver their custom resource definitions minutes after the cluster reports success; the provider retries for half a minute.",
    Fix = "Retry with an error hook, or depend on something that waits.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    private static readonly string[] _waits = ["command:local:Command", "time:index:Sleep"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.Objects
        let isMonitor = resource.Type.Contains(":azmonitoring.coreos.com/", StringComparison.Ordinal)
        let isKeda = resource.Type.Contains(":keda.sh/", StringComparison.Ordinal)
        where (isMonitor || (isKeda && stack.Keda.AddOns.Count > 0)) && !resource.Options.Hooks.ContainsKey("onError") && !Waits(stack, resource)
        select Found(resource, "", "no retry", "an error hook that retries while the kind is unknown");

    private static bool Waits(StackView stack, GraphResource resource) =>
        stack.Resources.Any(wait => _waits.Contains(wait.Type) && stack.Dependencies.Needs(resource, wait));
}

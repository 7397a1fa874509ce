using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>A trigger on an Azure Monitor workspace authenticates with azure-workload.</summary>
internal sealed class TriggerAuthenticationProvider() : Check(new()
{
    Id = "trigger-authentication-provider",
    Severity = Severity.Error,
    Title = "A trigger on an Azure Monitor workspace authenticates with azure-workload",
    Failure = "`prometheus query api returned error. status: 401`; the provider `azure` is refused since KEDA 2.15: `spec.podIdentity.provider: Unsupported value: \"azure\": supported values: \"azure-workload\", \"gcp\", \"aws\", \"aws-eks\", \"none\"` (422)",
    Cause = "Only this provider makes KEDA send a token for `https://prometheus.monitor.azure.com`.",
    Fix = "Set `spec.podIdentity.provider` to `azure-workload`, and no `authModes` on the trigger.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Path = "spec.podIdentity.provider";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers.Where(trigger => trigger.Workspace(stack) is not null))
        {
            if (trigger.Authentication(stack) is { } authentication && authentication.Inputs.Text(Path) != "azure-workload")
            {
                yield return Found(authentication, Path, authentication.Inputs.Shown(Path), "azure-workload");
            }

            if (trigger.Metadata("authModes") is { } modes)
            {
                yield return Found(trigger.ScaledObject, trigger.MetadataPath("authModes"), modes, "no authModes beside a pod identity");
            }
        }
    }
}

using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The trigger's serverAddress is the query endpoint of an Azure Monitor workspace, without a slash at the end.</summary>
internal sealed class ServerAddress() : Check(new()
{
    Id = "server-address",
    Severity = Severity.Error,
    Title = "The trigger's serverAddress is the query endpoint of an Azure Monitor workspace, without a slash at the end",
    Failure = "`prometheus query api returned error. status: 404` (or 401 elsewhere), `no such host`; missing: `missing required parameter \"serverAddress\" in [triggerMetadata]`",
    Cause = "KEDA appends `/api/v1/query`; the token that it sends is for Azure Monitor only.",
    Fix = "Pass the workspace's output `metrics.prometheusQueryEndpoint` as it is.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            var address = trigger.Metadata("serverAddress");
            var wired = address is not null && ReferenceToken.FindAll(address).Any();
            var right = address is not null && !address.EndsWith('/')
                && (stack.Given.HasMetrics || (wired ? trigger.Workspace(stack) is not null : IsEndpoint(address)));
            if (!right)
            {
                yield return Found(
                    trigger.ScaledObject, trigger.MetadataPath("serverAddress"), address, "a workspace's output metrics.prometheusQueryEndpoint");
            }
        }
    }

    /// <summary>The endpoint of a workspace outside of the stack, in any of the clouds.</summary>
    private static bool IsEndpoint(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", AbsolutePath: "/", Query: "" }
        && uri.Host.Contains(".prometheus.monitor.azure.", StringComparison.OrdinalIgnoreCase);
}

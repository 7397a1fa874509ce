using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>Network policies let the metrics agent reach the pods that it scrapes.</summary>
internal sealed class ScrapeReach() : Check(new()
{
    Id = "network-policy-scrape",
    Severity = Severity.Error,
    Title = "Network policies let the metrics agent reach the pods that it scrapes",
    Failure = "`context deadline exceeded` on the target, `up` is 0, and the query's result is empty",
    Cause = "Targets of ServiceMonitors are scraped by the ama-metrics pods of kube-system; a policy that selects a pod forbids what it does not allow.",
    Fix = "Allow ingress from the namespace kube-system (label `kubernetes.io/metadata.name`) to the scraped port.",
    About = [ResourceTypes.NetworkPolicy],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        // Monitors of the Prometheus operator are read from wherever its Prometheus runs.
        from target in stack.ScrapeTargets
        where target.Monitor.Type is ResourceTypes.ServiceMonitor or ResourceTypes.PodMonitor
        from port in target.Ports
        where !NetworkReach.Allows(stack, target.Pods, "Ingress", NetworkReach.KubeSystem, port)
        select Found(
            target.Pods.Owner,
            "",
            string.Create(CultureInfo.InvariantCulture, $"policies that keep kube-system from its port {port.Number}"),
            "one that allows it");
}

using System.Text;
using KedaStack.Infra.Settings;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>Writes docs/alerts.md from the rules.</summary>
internal static class AlertDocs
{
    /// <summary>Where the page is, from the root of the repository.</summary>
    public const string Path = "docs/alerts.md";

    private const string Beginning =
        """
        <!-- Generated from infra/Monitoring/Alerts by ./kedastack render --write-docs. -->
        # Alerts

        Alerts on the autoscaler itself: is the app scaled as it should be, and would anybody notice if not? The stack
        deploys them as a Prometheus rule group of Azure, limited to its own cluster; `alerts: false` leaves them out. The
        numbers follow the settings. They show in the Azure portal under Monitor, Alerts. To get them by e-mail as well:

        ```sh
        pulumi config set --path 'alertEmails[0]' oncall@contoso.com
        ```

        This adds an action group. Azure tells each new address that it is in the group, and sends one mail when an alert
        fires and one when it resolves.

        For a Prometheus of your own, `./kedastack render` writes the same rules to
        [manifests/monitoring/autoscaler-alerts.yaml](../manifests/monitoring/autoscaler-alerts.yaml), without the label
        `cluster` unless `--cluster` is given. Load it with `rule_files`. It is not part of the kustomization: managed
        Prometheus has no such custom resource.

        ## What they are made of

        | Series | Scraped by |
        |---|---|
        | `http_requests_total` and `up` of the app | the app's ServiceMonitor |
        | `kube_deployment_*`, desired replicas of the HPA | the monitoring add-on's kube-state-metrics, within the minimal ingestion profile |
        | `kube_horizontalpodautoscaler_status_condition` | the ServiceMonitor `hpa-state` of this stack, from the same kube-state-metrics: the minimal ingestion profile drops it |
        | `keda_*` and `up` of KEDA | the PodMonitor of this stack, with `kedaInstallation: helm` |

        With `kedaInstallation: addon` nothing scrapes KEDA, since the metrics of the add-on are not documented:
        AutoscalerScalerErrors is left out there, and AutoscalerHpaCannotReadMetric stands in for it. With a fallback or
        `ignoreNullValues: true` the HPA gets a value even from a trigger that fails, and with the add-on only
        AutoscalerMetricAbsent shows it.

        Each rule is tested with Prometheus' own `promtool test rules`, with a case that fires it and cases that must not.
        They have not fired in a live subscription yet.

        ## Of workloads

        Each of `workloads` has a group of its own, whose alerts carry its name in the label `workload`. The names are those
        below; the conditions ask the HPA and KEDA, since nothing else is known of the app:

        | Alert | Fires when |
        |---|---|
        | AutoscalerAtMaxReplicas | the HPA says ScalingLimited at maxReplicaCount |
        | AutoscalerHpaCannotReadMetric | ScalingActive is not true, and there are replicas |
        | AutoscalerScalerErrors | as below, with `kedaInstallation: helm` |
        | AutoscalerMetricAbsent | its `query` has no answer, and there are replicas; of a workload with `query` |
        | AutoscalerTargetDown | a pod cannot be scraped; of a workload with `scrape` |

        With `samples: []` the group of the sample app holds AutoscalerKedaDown and AutoscalerClusterMetricsAbsent only.


        """;

    /// <summary>The page, with the numbers of these settings.</summary>
    public static string Write(StackSettings settings)
    {
        var rules = AutoscalerAlerts.For(AutoscalerSeries.Of(settings, cluster: null), settings.Scaling);
        var text = new StringBuilder(Beginning.ReplaceLineEndings("\n"))
            .Append("## The alerts\n\n| Alert | Severity | After |\n|---|---|---|\n");
        foreach (var rule in rules)
        {
            text.Append("| [").Append(rule.Name).Append("](#").Append(rule.Name.ToLowerInvariant()).Append(") | ")
                .Append((int)rule.Severity).Append(" (").Append(rule.Severity).Append(") | ")
                .Append(PrometheusDuration.Format(rule.For)).Append(" |\n");
        }

        foreach (var rule in rules)
        {
            text.Append("\n### ").Append(rule.Name).Append("\n\n")
                .Append(rule.Meaning).Append("\n\n```promql\n").Append(rule.Expression).Append("\n```\n\n");
            foreach (var (index, step) in rule.Steps.Index())
            {
                text.Append(index + 1).Append(". ").Append(step).Append('\n');
            }
        }

        return text.ToString();
    }
}

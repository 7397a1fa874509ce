using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring;

public sealed class HpaStateMonitorTests
{
    [Fact]
    public async Task ServiceMonitor_ByDefault_KeepsTwoMetricsOfTheAppsNamespaceFromTheAddOnsKubeStateMetrics() => JsonAssert.Equal(
        """
        {
          "apiVersion": "azmonitoring.coreos.com/v1",
          "kind": "ServiceMonitor",
          "metadata": { "name": "hpa-state", "namespace": "keda-demo" },
          "spec": {
            "namespaceSelector": { "matchNames": [ "kube-system" ] },
            "selector": { "matchLabels": { "app.kubernetes.io/name": "ama-metrics-ksm" } },
            "endpoints": [
              {
                "port": "http",
                "path": "/metrics",
                "honorLabels": true,
                "metricRelabelings": [
                  {
                    "sourceLabels": [ "__name__", "namespace" ],
                    "regex": "(kube_horizontalpodautoscaler_status_condition|kube_horizontalpodautoscaler_status_target_metric);keda-demo",
                    "action": "keep"
                  }
                ]
              }
            ],
            "labelLimit": 63,
            "labelNameLengthLimit": 511,
            "labelValueLengthLimit": 1023
          }
        }
        """,
        (await Stacks.Helm)["ServiceMonitor hpa-state"].Inputs);
}

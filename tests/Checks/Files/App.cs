namespace KedaStack.Tests.Checks.Files;

/// <summary>A real-looking app in one file: Service, Deployment, monitor, TriggerAuthentication and ScaledObject, in which nothing is wrong.</summary>
internal static class App
{
    public const string Yaml =
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
          labels: {app: web}
        spec:
          selector: {app: web}
          ports:
          - {name: http, port: 80, targetPort: http}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - name: web
                image: registry.example/web:1.4
                ports:
                - {name: http, containerPort: 8080}
                readinessProbe:
                  httpGet: {path: /healthz, port: http}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 256Mi}
        ---
        apiVersion: azmonitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels: {app: web}
          endpoints:
          - {port: http, interval: 30s}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: TriggerAuthentication
        metadata:
          name: workspace
          namespace: shop
        spec:
          podIdentity:
            provider: azure-workload
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
          namespace: shop
        spec:
          scaleTargetRef:
            name: web
          minReplicaCount: 1
          maxReplicaCount: 20
          triggers:
          - type: prometheus
            authenticationRef:
              name: workspace
            metadata:
              serverAddress: https://shop-a1b2.westeurope.prometheus.monitor.azure.com
              query: sum(rate(http_requests_total{namespace="shop", job="web"}[2m]))
              threshold: "10"

        """;

    /// <summary>The app with one text replaced by another.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        return Yaml.Replace(old, replacement, StringComparison.Ordinal);
    }
}

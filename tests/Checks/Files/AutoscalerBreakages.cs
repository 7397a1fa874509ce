namespace KedaStack.Tests.Checks.Files;

/// <summary>What the API server refuses of an HPA beside the app, and of labels and annotations, with legal neighbours.</summary>
internal static class AutoscalerBreakages
{
    private const string Prefix = "HorizontalPodAutoscaler in version \"v2\" cannot be handled as a HorizontalPodAutoscaler: ";
    private const string Cpu = "{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}";

    private const string Hpa =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: worker
          namespace: shop
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          minReplicas: 1
          maxReplicas: 10
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
          behavior: {scaleDown: {stabilizationWindowSeconds: 60, policies: [{type: Percent, value: 50, periodSeconds: 30}]}}

        """;

    public static IReadOnlyList<FileBreakage> All { get; } =
    [
        new("", "an HPA beside the app", With("", "")),
        new("object-refused", "a quoted number of an HPA", With("minReplicas: 1", "minReplicas: \"1\""), "spec.minReplicas", $"{Prefix}json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.minReplicas of type int32"),
        new("object-refused", "a boolean for a number", With("maxReplicas: 10", "maxReplicas: yes"), "spec.maxReplicas", "json: cannot unmarshal bool into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32"),
        new("object-refused", "a fraction", With("averageUtilization: 60", "averageUtilization: 60.5"), "spec.metrics[0].resource.target.averageUtilization", "json: cannot unmarshal number 60.5 into Go struct field MetricTarget.spec.metrics.resource.target.averageUtilization of type int32"),
        new("object-refused", "a number for a text", With("name: cpu", "name: 5"), "spec.metrics[0].resource.name", "json: cannot unmarshal number into Go struct field ResourceMetricSource.spec.metrics.resource.name of type v1.ResourceName"),
        new("object-refused", "one metric instead of a list", With($"[{Cpu}]", Cpu), "spec.metrics", "json: cannot unmarshal object into Go struct field HorizontalPodAutoscalerSpec.spec.metrics of type []v2.MetricSpec"),
        new("object-refused", "a word in the list of metrics", With($"[{Cpu}]", "[cpu]"), "spec.metrics[0]", "json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.metrics of type v2.MetricSpec"),
        new("object-refused", "a list of scaleDown", With("{scaleDown: {", "{scaleDown: [{").Replace("}]}}", "}]}]}", StringComparison.Ordinal), "spec.behavior.scaleDown", "json: cannot unmarshal array into Go struct field HorizontalPodAutoscalerBehavior.spec.behavior.scaleDown of type v2.HPAScalingRules"),
        new("object-refused", "no quantity", With("type: Utilization, averageUtilization: 60", "type: AverageValue, averageValue: half"), "spec.metrics[0].resource.target.averageValue", $"{Prefix}quantities must match the regular expression"),
        new("object-refused", "a quantity's unknown suffix", With("type: Utilization, averageUtilization: 60", "type: AverageValue, averageValue: 10ki"), "spec.metrics[0].resource.target.averageValue", "unable to parse quantity's suffix"),
        new("", "a quantity", With("type: Utilization, averageUtilization: 60", "type: AverageValue, averageValue: 500m")),
        new("", "a field that is null", With("minReplicas: 1", "minReplicas:")),
        new("object-refused", "min above max of an HPA", With("minReplicas: 1", "minReplicas: 11"), "spec.maxReplicas", "spec.maxReplicas: Invalid value: 10: must be greater than or equal to `minReplicas`"),
        new("", "min as high as max of an HPA", With("minReplicas: 1", "minReplicas: 10")),
        new("object-refused", "no kind of the target", With("kind: Deployment, name: worker", "name: worker"), "spec.scaleTargetRef.kind", "spec.scaleTargetRef.kind: Required value"),
        new("object-refused", "an unknown metric type", With("{type: Resource", "{type: Cpu"), "spec.metrics[0].type", "Unsupported value: \"Cpu\": supported values: \"ContainerResource\", \"External\", \"Object\", \"Pods\", \"Resource\""),
        new("object-refused", "no metric type", With("{type: Resource, ", "{"), "spec.metrics[0].type", "Required value: must specify a metric source type"),
        new("object-refused", "the source of another type", With("{type: Resource", "{type: ContainerResource"), "spec.metrics[0].containerResource", "Required value: must populate information for the given metric source", "spec.metrics[0].resource"),
        new("object-refused", "no name", With("name: cpu, ", ""), "spec.metrics[0].resource.name", "must specify a resource name"),
        new("object-refused", "no target type", With("type: Utilization, ", ""), "spec.metrics[0].resource.target.type", "must specify a metric target type"),
        new("object-refused", "an unknown target type", With("type: Utilization", "type: utilization"), "spec.metrics[0].resource.target.type", "Invalid value: \"utilization\": must be either Utilization, Value, or AverageValue"),
        new("object-refused", "no target value", With(", averageUtilization: 60", ""), "spec.metrics[0].resource.target.averageUtilization", "must set either a target raw value or a target utilization"),
        new("object-refused", "both target values", With("averageUtilization: 60", "averageUtilization: 60, averageValue: 1"), "spec.metrics[0].resource.target.averageValue", "may not set both"),
        new("object-refused", "a target of 0", With("averageUtilization: 60", "averageUtilization: 0"), "spec.metrics[0].resource.target.averageUtilization", "Invalid value: 0: must be greater than 0"),
        new("object-refused", "an External metric without a target", External("type: AverageValue"), "spec.metrics[0].external.target.averageValue", "must set either a target value for metric or a per-pod target"),
        new("object-refused", "an External metric with both", External("type: Value, value: 5, averageValue: 5"), "spec.metrics[0].external.target.value", "may not set both a target value for metric and a per-pod target"),
        new("object-refused", "an External metric without a name", External("type: Value, value: 5").Replace("{metric: {name: queue}, ", "{", StringComparison.Ordinal), "spec.metrics[0].external.metric.name", "must specify a metric name"),
        new("", "an External metric", External("type: AverageValue, averageValue: \"5\"")),
        new("object-refused", "a Pods metric without a target", With(Cpu, "{type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue}}}"), "spec.metrics[0].pods.target.averageValue", "must specify a positive target averageValue"),
        new("", "a Pods metric whose target has another type", With(Cpu, "{type: Pods, pods: {metric: {name: rps}, target: {type: Value, averageValue: 500m}}}")),
        new("metric-target", "an Object metric whose target has another type", Object("type: Value, averageValue: 5"), "spec.metrics[0].object.target.type", "Value beside averageValue") { Expected = "value beside Value, or the type AverageValue" },
        new("metric-target", "an Object metric whose average has another type", Object("type: AverageValue, value: 5"), "spec.metrics[0].object.target.type", "AverageValue beside value") { Expected = "averageValue beside AverageValue, or the type Value" },
        new("metric-target", "an Object metric of a percentage", Object("type: Utilization, value: 5"), "spec.metrics[0].object.target.type", "Utilization beside value") { Expected = "the type Value" },
        new("metric-target", "a second metric of an object", Object("type: Value, averageValue: 5").Replace("[{type: Object", $"[{Cpu}, {{type: Object", StringComparison.Ordinal), "spec.metrics[1].object.target.type", "Value beside averageValue"),
        new("", "an Object metric of a value", Object("type: Value, value: 5")),
        new("", "an Object metric of an average", Object("type: AverageValue, averageValue: 5")),
        new("", "an Object metric of both", Object("type: Value, value: 5, averageValue: 5")),
        new("", "an External metric whose target has another type", External("type: Value, averageValue: 5")),
        new("", "an External metric whose average has another type", External("type: AverageValue, value: 5")),
        new("", "no metrics, which is cpu", With($"  metrics: [{Cpu}]\n", "")),
        new("object-refused", "an Object metric without its object", With(Cpu, "{type: Object, object: {metric: {name: rps}, target: {type: Value, value: 5}, describedObject: {kind: Ingress}}}"), "spec.metrics[0].object.describedObject.name", "Required value"),
        new("object-refused", "an Object metric without a target", With(Cpu, "{type: Object, object: {metric: {name: rps}, target: {type: Value}, describedObject: {kind: Ingress, name: web}}}"), "spec.metrics[0].object.target.averageValue", "must set either a target value or averageValue"),
        new("object-refused", "a ContainerResource metric without its container", With("{type: Resource, resource: {", "{type: ContainerResource, containerResource: {"), "spec.metrics[0].containerResource.container", "must specify a container"),
        new("object-refused", "no policies", With("policies: [{type: Percent, value: 50, periodSeconds: 30}]", "policies: []"), "spec.behavior.scaleDown.policies", "must specify at least one Policy"),
        new("", "policies by default", With(", policies: [{type: Percent, value: 50, periodSeconds: 30}]", "")),
        new("object-refused", "an unknown policy", With("{type: Percent, value", "{type: Per, value"), "spec.behavior.scaleDown.policies[0].type", "Unsupported value: \"Per\": supported values: \"Percent\", \"Pods\""),
        new("object-refused", "an unknown selectPolicy", With("{stabilizationWindowSeconds: 60", "{selectPolicy: max, stabilizationWindowSeconds: 60"), "spec.behavior.scaleDown.selectPolicy", "Unsupported value: \"max\": supported values: \"Disabled\", \"Max\", \"Min\""),
        new("object-refused", "a window above an hour", With("stabilizationWindowSeconds: 60", "stabilizationWindowSeconds: 3601"), "spec.behavior.scaleDown.stabilizationWindowSeconds", "must be less than or equal to 3600"),
        new("", "a window of an hour", With("stabilizationWindowSeconds: 60", "stabilizationWindowSeconds: 3600")),
        new("object-refused", "a period above half an hour", With("periodSeconds: 30", "periodSeconds: 1801"), "spec.behavior.scaleDown.policies[0].periodSeconds", "must be less than or equal to 1800"),
        new("", "a period of half an hour", With("periodSeconds: 30", "periodSeconds: 1800")),
        new("unknown-field", "a misspelt field of an HPA", With("minReplicas: 1", "minReplica: 1"), "spec.minReplica", "unknown field \"spec.minReplica\""),
        new("unknown-field", "metrics in autoscaling/v1", First("maxReplicas: 10\n  metrics: []"), "spec.metrics", "unknown field \"spec.metrics\""),
        new("object-refused", "a percentage of 0", First("maxReplicas: 10\n  targetCPUUtilizationPercentage: 0"), "spec.targetCPUUtilizationPercentage", "must be greater than 0"),
        new("object-refused", "a quoted number of autoscaling/v1", First("maxReplicas: \"10\""), "spec.maxReplicas", "HorizontalPodAutoscaler in version \"v1\" cannot be handled as a HorizontalPodAutoscaler: json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32"),
        new("", "autoscaling/v1", First("maxReplicas: 10\n  targetCPUUtilizationPercentage: 80")),
        new("metadata-refused", "an unquoted boolean", App.With(Annotation, Annotated("paused: true")), "metadata.annotations[\"autoscaling.keda.sh/paused\"]", "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.annotations of type string"),
        new("metadata-refused", "an unquoted number", App.With(Annotation, Annotated("paused-replicas: 0")), "metadata.annotations[\"autoscaling.keda.sh/paused-replicas\"]", "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string"),
        new("metadata-refused", "a list of annotations", App.With(Annotation, "  name: web\n  namespace: shop\n  annotations: [a]\nspec:\n  scaleTargetRef:"), "metadata.annotations", "json: cannot unmarshal array into Go struct field ObjectMeta.metadata.annotations of type map[string]string"),
        new("metadata-refused", "a number in the pods' annotations", App.With("    metadata:\n      labels: {app: web}", "    metadata:\n      labels: {app: web}\n      annotations: {prometheus.io/port: 8080}"), "spec.template.metadata.annotations[\"prometheus.io/port\"]", "json: cannot unmarshal number into Go struct field ObjectMeta.spec.template.metadata.annotations of type string"),
        new("", "a number in quotes in the pods' annotations", App.With("    metadata:\n      labels: {app: web}", "    metadata:\n      labels: {app: web}\n      annotations: {prometheus.io/port: \"8080\", empty: null}")),
    ];

    private const string Annotation = "  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:";

    private static string Annotated(string annotation) =>
        $"  name: web\n  namespace: shop\n  annotations:\n    autoscaling.keda.sh/{annotation}\nspec:\n  scaleTargetRef:";

    private static string External(string target) => With(Cpu, $"{{type: External, external: {{metric: {{name: queue}}, target: {{{target}}}}}}}");

    private static string Object(string target) => With(Cpu, $"{{type: Object, object: {{metric: {{name: rps}}, target: {{{target}}}, describedObject: {{kind: Ingress, name: web}}}}}}");

    private static string First(string spec) => App.Yaml
        + $"---\napiVersion: autoscaling/v1\nkind: HorizontalPodAutoscaler\nmetadata: {{name: worker, namespace: shop}}\nspec:\n  scaleTargetRef: {{kind: Deployment, name: worker}}\n  {spec}\n";

    private static string With(string old, string replacement)
    {
        Assert.Contains(old, Hpa, StringComparison.Ordinal);
        return $"{App.Yaml}---\n{(old.Length == 0 ? Hpa : Hpa.Replace(old, replacement, StringComparison.Ordinal))}";
    }
}

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>The definitions that the stack's custom resources have to fit.</summary>
internal static class KnownDefinitions
{
    private const string Behavior = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    /// <summary>The kinds that the stack makes.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["PodMonitor", "ScaledObject", "ServiceMonitor", "TriggerAuthentication"];

    /// <summary>The definition of a type token such as <c>kubernetes:keda.sh/v1alpha1:ScaledObject</c>; null for other types.</summary>
    public static CustomResourceDefinition? Find(string token) => token.Split(':') switch
    {
        ["kubernetes", "keda.sh/v1alpha1" or "azmonitoring.coreos.com/v1", var kind] => Of(kind),
        // The field set of the add-on's monitors is that of the operator's.
        ["kubernetes", "monitoring.coreos.com/v1", var kind] => Of(kind).InGroup("monitoring.coreos.com"),
        _ => null,
    };

    /// <summary>The definition of a kind.</summary>
    public static CustomResourceDefinition Of(string kind) => kind switch
    {
        "PodMonitor" => CustomResourceDefinition.Load("ama-metrics-podmonitor-crd.yaml"),
        "ServiceMonitor" => CustomResourceDefinition.Load("ama-metrics-servicemonitor-crd.yaml"),
        "TriggerAuthentication" => CustomResourceDefinition.Load("keda.sh_triggerauthentications.yaml"),
        // The chart's copy of the definition has these bounds; the file of the repository has not (crds/README.md).
        "ScaledObject" => CustomResourceDefinition.Load("keda.sh_scaledobjects.yaml")
            .Bound($"{Behavior}.scaleUp.stabilizationWindowSeconds", 0, 3600)
            .Bound($"{Behavior}.scaleDown.stabilizationWindowSeconds", 0, 3600),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no definition of this kind."),
    };
}

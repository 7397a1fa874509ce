namespace KedaStack.Cli.Checks;

/// <summary>What breaks a deployment and no check sees, with the reason.</summary>
internal static class CheckLimits
{
    /// <summary>The limits: the name of the mistake (a test holds that those it tries are here) and why it is not seen.</summary>
    public static IReadOnlyList<(string Name, string Why)> All { get; } =
    [
        ("the cloud itself", "quota, regions without a service or a VM size, names that are taken, policies of the organization, and the deployer's own rights are not known offline."),
        ("apps in an image", "the metrics, the metrics path and the uncounted paths of an app are read from the script that it mounts; of an app in an image nothing is known, and these checks say nothing."),
        ("the order of a namespace and the objects in it", "the preview knows a namespace's name, so that the dependency by that output does not show; `deletedWith` is looked at instead."),
        ("the inside of the chart", "its templates are not rendered: the pods' labels, ports and replicas are those of the chart kedacore/keda 2.20, and values that it does not know are not noticed."),
        ("an alias for the cluster", "the agent's settings are not part of the stack; `query-cluster-label` warns instead of failing."),
        ("ManagedCluster/aks location = \"nowhere\"", "which regions there are is not known offline."),
        ("Deployment/load-generator spec.template.spec.containers[0].env[3].value = \"fast\"", "what an app makes of its environment is its own affair; the app says so at its start."),
    ];
}

namespace KedaStack.Checks.Rules;

/// <summary>What breaks a deployment and no check sees, with the reason.</summary>
internal static class CheckLimits
{
    /// <summary>The limits: what is not seen, and why.</summary>
    public static IReadOnlyList<(string Name, string Why)> All { get; } =
    [
        ("the cloud itself", "quota, what each region has and which ones opened since the list of them was read, names that are taken, policies of the organization, and the deployer's own rights are not known offline."),
        ("apps in an image", "the metrics, the metrics path and the uncounted paths of an app are read from the script that it mounts; nothing is known of an app in an image, and these checks stay silent."),
        ("the order of a namespace and the objects in it", "the preview knows a namespace's name, so the dependency through that output does not show; `deletedWith` is checked instead."),
        ("the inside of the chart", "its templates are not rendered; the pods' labels, ports and replicas are those of the chart kedacore/keda 2.20, and values unknown to it go unnoticed."),
        ("an alias for the cluster", "the agent's settings are not part of the stack; `query-cluster-label` warns instead of failing."),
        ("an app's environment variables", "only the app knows which values it accepts; the sample app and its load generator say so when they start."),
    ];
}

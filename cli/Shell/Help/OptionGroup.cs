namespace KedaStack.Cli.Shell.Help;

/// <summary>The groups that the help of long commands lists options in.</summary>
internal static class OptionGroup
{
    /// <summary>What is in no group of its own.</summary>
    public const string Other = "Options";

    private static readonly (string Name, string[] Options)[] _groups =
    [
        ("Load", ["--traffic", "--unit", "--sum", "--gaps", "--duration", "--seed"]),
        ("Prometheus", ["--live", "--from-prometheus", "--range", "--end", "--step", "--prometheus", "--credential", "--timeout"]),
        ("Search", ["--budget", "--candidates", "--max-unmet", "--max-flaps", "--only", "--fix", "--limit"]),
        ("Model",
        [
            "--compare", "--pod-capacity", "--queue-limit", "--start-up", "--pods-per-node", "--node-delay", "--initial-replicas", "--lead-in", "--counted-probe", "--counted-by",
            "--ingestion-lag", "--sync-duration", "--hpas", "--prometheus-version", "--disturb", "--price-per-replica-hour", "--price-per-node-hour", "--speed",
        ]),
        ("Output", ["--output", "--json", "--csv", "--markdown", "--sarif", "--severity", "--report", "--svg", "--k6", "--headless", "--port", "--timeline", "--diff", "--import", "--write"]),
        ("Cluster", ["--namespace", "--cluster-id", "--offline", "--upgrade-to", "--watch", "--save", "--rbac"]),
        ("Stack", ["--stack", "--workload", "--given", "--config", "--directory", "--scaled-object", "--name", "--context", "--complete", "--keda-version", "--kubernetes-version"]),
    ];

    /// <summary>The groups in the order of the help, <see cref="Other"/> first.</summary>
    public static IReadOnlyList<string> All { get; } = [Other, .. _groups.Select(group => group.Name)];

    /// <summary>The group of an option.</summary>
    /// <param name="option">Its name.</param>
    public static string Of(string option) => Array.Find(_groups, group => group.Options.Contains(option)).Name ?? Other;

    /// <summary>The place of an option within its group.</summary>
    /// <param name="option">Its name.</param>
    public static int Place(string option) => Array.Find(_groups, group => group.Options.Contains(option)) is { Options: { } options } ? Array.IndexOf(options, option) : 0;
}

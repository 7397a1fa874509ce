namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of the sample app and its load generator.</summary>
internal static class WorkloadDefinitions
{
    private static readonly SettingGroup _group = new("workload");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Texts(
            SettingKeys.Samples,
            "[\"http\"]",
            "The built-in samples: http is an HTTP app with a load generator, scaled on its request rate. Empty: none."),
        _group.Objects(
            SettingKeys.Workloads,
            "The apps of your own that are scaled, which are there already; docs/workloads.md has their fields. Empty: none."),
        _group.Texts(
            SettingKeys.ScrapeLabels,
            "Labels of the stack's monitors, each written name=value: kube-prometheus-stack reads only those with release=, its release's name. Empty: none."),
        _group.Text(
            SettingKeys.WorkloadNamespace,
            "keda-demo",
            "The namespace of the sample app and its load generator."),
        _group.Text(
            SettingKeys.Image,
            "docker.io/library/python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea",
            "The Python image of the app and the load generator, pinned by digest."),
        _group.Integer(
            SettingKeys.WorkMilliseconds,
            0,
            "How many milliseconds the app works on each request, 0 to 60000."),
        _group.Integer(
            SettingKeys.LoadGeneratorReplicas,
            1,
            "Replica count of the load generator at its creation, 0 to 100. Later changes have no effect: scale it with kubectl."),
        _group.Text(
            SettingKeys.LoadGeneratorRate,
            "30",
            "The requests per second that each replica of the load generator offers; a decimal number above 0, at most 5000."),
    ];
}

using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Manifests;

/// <summary>Renders the Kubernetes objects of a stack, all but the Helm release.</summary>
internal static class ManifestRenderer
{
    /// <summary>The first line of every rendered file; only files that begin with it are ever replaced or removed.</summary>
    public const string Header = "# Rendered by `kedastack render`: change the settings, not this file.\n";

    /// <summary>The name of the file that lists the others.</summary>
    public const string Kustomization = "kustomization.yaml";

    private const string KubernetesPrefix = "kubernetes:";
    private const string HelmRelease = "kubernetes:helm.sh/v3:Release";

    /// <summary>The files, in the order of application; then the kustomization, and what is no Kubernetes object.</summary>
    public static async Task<IReadOnlyList<ManifestFile>> RenderAsync(
        StackConfiguration configuration, CloudValues values, ManifestFormat format = ManifestFormat.Kustomize)
    {
        var request = PreviewRequest.Of(configuration);
        var settings = request.Settings;
        var preview = await StackPreviewer.RunAsync(request with
        {
            // A Prometheus of one's own adds no label of that name.
            Settings = settings.Platform.Metrics is OwnPrometheus
                ? settings
                : settings with { Monitoring = settings.Monitoring with { ClusterLabel = values.Cluster } },
            KnownOutputs = request.KnownOutputs
                .SetItem("workspace.metrics.prometheusQueryEndpoint", values.PrometheusEndpoint)
                .SetItem("existing-workspace.metrics.prometheusQueryEndpoint", values.PrometheusEndpoint)
                .SetItem("keda-identity.clientId", values.ClientId),
        });

        var files = preview.Resources
            .Where(resource => resource.Type.StartsWith(KubernetesPrefix, StringComparison.Ordinal) && resource.Type != HelmRelease)
            .Select((resource, index) => new ManifestFile(FileName(index + 1, resource.Inputs), Header + YamlText.Write(GitOps.Prepared(resource.Inputs, format))))
            .ToList();
        files.Add(new ManifestFile(Kustomization, Header + YamlText.Write(new JsonObject
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["resources"] = new JsonArray([.. files.Select(file => (JsonNode?)file.Name)]),
        })));
        var cluster = values.Cluster == CloudValues.Placeholders.Cluster ? null : values.Cluster;
        if (GitOps.File(preview, format) is { } handOver)
        {
            files.Add(handOver);
        }

        // Both are about the sample app.
        if (settings.HasSampleApp)
        {
            files.Add(AlertRuleFile.Render(settings, cluster));
            files.Add(DashboardFile.Render(settings, cluster));
        }

        return files;
    }

    private static string FileName(int place, JsonObject manifest)
    {
        var kind = manifest["kind"]!.GetValue<string>();
        var name = manifest["metadata"]!["name"]!.GetValue<string>();
        return string.Create(CultureInfo.InvariantCulture, $"{place:00}-{kind.ToLowerInvariant()}-{name}.yaml");
    }
}

/// <summary>A rendered file.</summary>
/// <param name="Name">Its name, beginning with its place in the order of application.</param>
/// <param name="Text">Its text.</param>
internal sealed record ManifestFile(string Name, string Text);

using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Manifests;

/// <summary>What Argo CD and Flux need besides the manifests.</summary>
internal static class GitOps
{
    private const string SyncWave = "argocd.argoproj.io/sync-wave";
    private const string ReplicasPath = "/spec/replicas";

    /// <summary>An object as it is written for a format: with its wave for Argo CD.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="format">Who applies it.</param>
    public static JsonObject Prepared(JsonObject manifest, ManifestFormat format)
    {
        if (format != ManifestFormat.ArgoCd)
        {
            return manifest;
        }

        var copy = (JsonObject)manifest.DeepClone();
        var metadata = (JsonObject)copy["metadata"]!;
        var annotations = metadata["annotations"] as JsonObject ?? [];
        annotations[SyncWave] = Wave(copy["kind"]!.GetValue<string>()).ToString(CultureInfo.InvariantCulture);
        metadata["annotations"] = annotations;
        return copy;
    }

    /// <summary>The file that hands the folder over; null where there is none.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="format">Who applies it.</param>
    public static ManifestFile? File(ResourceGraph stack, ManifestFormat format) => format switch
    {
        ManifestFormat.ArgoCd => new ManifestFile("argocd-application.yaml", ManifestRenderer.Header
            + "# Argo CD would set spec.replicas back to what the app's manifests say: ignoreDifferences hides the difference, and only\n"
            + "# RespectIgnoreDifferences keeps a sync from writing it. An app's own Application needs both lines, too.\n"
            + YamlText.Write(Application(stack))),
        ManifestFormat.Flux => new ManifestFile("flux-kustomization.yaml", ManifestRenderer.Header
            + "# Flux writes what a manifest says and nothing else: leave spec.replicas out of the app's manifests. Of a HelmRelease,\n"
            + "# driftDetection.ignore takes the two lines: paths: [\"/spec/replicas\"], target: {kind: Deployment}.\n"
            + YamlText.Write(FluxKustomization(stack))),
        _ => null,
    };

    // What is in the cluster before what needs it: a ScaledObject comes after its target and its authentication.
    private static int Wave(string kind) => kind switch
    {
        "Namespace" => -1,
        "ServiceMonitor" or "PodMonitor" or "TriggerAuthentication" => 1,
        "ScaledObject" => 2,
        _ => 0,
    };

    private static JsonObject Application(ResourceGraph stack) => new()
    {
        ["apiVersion"] = "argoproj.io/v1alpha1",
        ["kind"] = "Application",
        ["metadata"] = new JsonObject { ["name"] = $"kedastack-{stack.Stack}", ["namespace"] = "argocd" },
        ["spec"] = new JsonObject
        {
            ["project"] = "default",
            ["source"] = new JsonObject { ["repoURL"] = "{{ REPOSITORY }}", ["path"] = "{{ PATH }}", ["targetRevision"] = "HEAD" },
            ["destination"] = new JsonObject { ["server"] = "https://kubernetes.default.svc" },
            ["ignoreDifferences"] = new JsonArray([.. Targets(stack).Select(target => (JsonNode)new JsonObject
            {
                ["group"] = target.Group,
                ["kind"] = target.Kind,
                ["jsonPointers"] = new JsonArray(ReplicasPath),
            })]),
            ["syncPolicy"] = new JsonObject { ["syncOptions"] = new JsonArray("RespectIgnoreDifferences=true", "ServerSideApply=true") },
        },
    };

    private static JsonObject FluxKustomization(ResourceGraph stack) => new()
    {
        ["apiVersion"] = "kustomize.toolkit.fluxcd.io/v1",
        ["kind"] = "Kustomization",
        ["metadata"] = new JsonObject { ["name"] = $"kedastack-{stack.Stack}", ["namespace"] = "flux-system" },
        ["spec"] = new JsonObject
        {
            ["interval"] = "10m",
            ["path"] = "{{ PATH }}",
            ["prune"] = true,
            ["wait"] = true,
            ["sourceRef"] = new JsonObject { ["kind"] = "GitRepository", ["name"] = "{{ REPOSITORY }}" },
        },
    };

    private static IEnumerable<(string Group, string Kind)> Targets(ResourceGraph stack) => stack.Resources
        .Where(resource => resource.Type == ResourceTypes.ScaledObject)
        .Select(scaledObject => (
            Group: scaledObject.Inputs.Text("spec.scaleTargetRef.apiVersion") is { } version ? Group(version) : "apps",
            Kind: scaledObject.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment"))
        .Distinct();

    private static string Group(string apiVersion) => apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion.Split('/')[0] : "";
}

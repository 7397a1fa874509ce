using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>Pods of one template.</summary>
internal sealed record PodGroup
{
    private static readonly string[] _ownerTypes = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet];

    /// <summary>What makes the pods: a Deployment or the like, or KEDA's Helm release.</summary>
    public required GraphResource Owner { get; init; }

    /// <summary>The pods' namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The pods' labels.</summary>
    public required ImmutableDictionary<string, string> Labels { get; init; }

    /// <summary>The ports of all containers.</summary>
    public required IReadOnlyList<ContainerPort> Ports { get; init; }

    /// <summary>The pods' spec; null for those of a Helm chart, whose templates are not read.</summary>
    public JsonObject? Spec { get; init; }

    /// <summary>The containers that run throughout.</summary>
    public IReadOnlyList<JsonObject> Containers => Spec.Objects("containers");

    /// <summary>The pods that the stack makes.</summary>
    public static IReadOnlyList<PodGroup> All(StackView stack) =>
    [
        .. stack.Resources.Where(resource => _ownerTypes.Contains(resource.Type)).Select(Of),
        .. stack.Keda.Releases.SelectMany(KedaChart.Pods),
    ];

    /// <summary>The texts of the ConfigMaps that the pods mount, by the path in the container.</summary>
    public ImmutableDictionary<string, string> MountedFiles(StackView stack)
    {
        var files = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var mount in Containers.SelectMany(container => container.Objects("volumeMounts")))
        {
            var volume = Spec.Objects("volumes").FirstOrDefault(volume => volume.Text("name") == mount.Text("name"));
            var map = stack.Find(ResourceTypes.ConfigMap, Namespace, volume.Text("configMap.name"));
            var (texts, items) = (map?.Inputs.Map("data") ?? [], volume.Objects("configMap.items"));
            foreach (var (key, file) in items.Count == 0 ? texts.Keys.Concat(map?.Inputs.Map("binaryData").Keys ?? []).Select(key => (key, key)) : items.Select(item => (item.Text("key") ?? "", item.Text("path") ?? "")))
            {
                files[$"{mount.Text("mountPath")?.TrimEnd('/')}/{file}"] = texts.GetValueOrDefault(key, "");
            }
        }

        return files.ToImmutable();
    }

    private static PodGroup Of(GraphResource owner) => new()
    {
        Owner = owner,
        Namespace = owner.Namespace(),
        Labels = owner.Inputs.Map("spec.template.metadata.labels"),
        Ports =
        [
            .. owner.Inputs.Objects("spec.template.spec.containers")
                .SelectMany(container => container.Objects("ports"))
                .Select(port => new ContainerPort(port.Text("name") ?? "", port.Number("containerPort") ?? 0, port.Text("protocol") ?? "TCP")),
        ],
        Spec = owner.Inputs.At("spec.template.spec") as JsonObject,
    };
}

/// <summary>A port of a container.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Number">Its number.</param>
/// <param name="Protocol">TCP, which is the default, or UDP.</param>
internal sealed record ContainerPort(string Name, decimal Number, string Protocol = "TCP")
{
    /// <summary>Whether a reference, by name or number, means this port.</summary>
    public bool Is(string? reference) =>
        reference == Name || reference == Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

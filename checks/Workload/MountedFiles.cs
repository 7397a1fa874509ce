using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>What a container mounts and starts is there.</summary>
internal sealed class MountedFiles() : Check(new()
{
    Id = "mounted-files",
    Severity = Severity.Error,
    Title = "What a container mounts and starts is there",
    Failure = "`MountVolume.SetUp failed for volume ...: configmap \"...\" not found`, or `can't open file '/app/...'` and `CrashLoopBackOff`",
    Cause = "Mounts go by the volume's name, volumes by the ConfigMap's name in the pod's namespace, and the command by the key in it.",
    Fix = "Use the same names in `volumeMounts`, `volumes`, the ConfigMap and the command.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) => stack.Pods.SelectMany(pods => OfPods(stack, pods));

    private IEnumerable<Finding> OfPods(StackView stack, PodGroup pods)
    {
        var volumes = pods.Spec.Objects("volumes");
        foreach (var name in volumes.Where(volume => !volume.IsTrue("configMap.optional")).Select(volume => volume.Text("configMap.name")).OfType<string>())
        {
            if (stack.Find(ResourceTypes.ConfigMap, pods.Namespace, name) is null)
            {
                yield return Absent(pods.Owner, "spec.template.spec.volumes", $"the ConfigMap {name}", $"a ConfigMap in {pods.Owner.NamespaceInWords()}");
            }
        }

        var files = pods.MountedFiles(stack);
        // A StatefulSet's claims are volumes of each of its pods.
        var names = volumes.Select(volume => volume.Text("name"))
            .Concat(pods.Owner.Inputs.Objects("spec.volumeClaimTemplates").Select(claim => claim.Text("metadata.name"))).ToHashSet();
        foreach (var container in pods.Containers)
        {
            var mounts = container.Objects("volumeMounts");
            foreach (var name in mounts.Select(mount => mount.Text("name")).Where(name => !names.Contains(name)))
            {
                yield return Found(pods.Owner, "spec.template.spec.containers", $"a mount of {name}", "the name of a volume");
            }

            // Only of scripts is it known where they come from: other paths are in the image.
            var scripts = container.Texts("command").Concat(container.Texts("args")).Where(word =>
                word.StartsWith('/') && (mounts.Where(mount => IsBelow(word, mount.Text("mountPath"))).ToList() is { Count: > 0 } around
                    ? stack.Files is null || around.TrueForAll(mount => IsKnown(stack, pods, mount))
                    : stack.Files is null && word.EndsWith(".py", StringComparison.Ordinal)));
            foreach (var script in scripts.Where(script => volumes.Count > 0 && !files.ContainsKey(script)))
            {
                yield return Found(pods.Owner, "spec.template.spec.containers", script, $"one of {string.Join(", ", files.Keys.Order(StringComparer.Ordinal))}");
            }
        }
    }

    /// <summary>Whether all that is mounted is known: a ConfigMap that is there.</summary>
    private static bool IsKnown(StackView stack, PodGroup pods, JsonObject mount) => pods.Spec.Objects("volumes").FirstOrDefault(volume => volume.Text("name") == mount.Text("name")) is { } volume
        && stack.Find(ResourceTypes.ConfigMap, pods.Namespace, volume.Text("configMap.name")) is not null;

    private static bool IsBelow(string path, string? directory) =>
        directory is not null && path.StartsWith($"{directory.TrimEnd('/')}/", StringComparison.Ordinal);
}

using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Workloads;

namespace KedaStack.Infra.Settings.Parsing.Workloads;

/// <summary>Reads and checks what a workload scales.</summary>
internal static class TargetReader
{
    private const string Key = WorkloadFields.Target;
    private const string Right = "write Kind/name, such as Deployment/web, or apiVersion/Kind/name, such as argoproj.io/v1alpha1/Rollout/web";

    private static readonly string[] _ofApps = ["Deployment", "StatefulSet", "ReplicaSet"];

    // Kinds that people try, and that have no scale subresource.
    private static readonly string[] _withoutScale = ["DaemonSet", "Job", "CronJob", "Pod"];

    /// <summary>The target; null after a problem.</summary>
    public static ScaleTarget? Read(SettingsReader reader)
    {
        if (reader.Text(Key) is not { } text)
        {
            return null;
        }

        if (text.Length == 0)
        {
            reader.RejectQuoted(Key, "is missing", "nothing", Right);
            return null;
        }

        var parts = text.Split('/');
        var (apiVersion, kind, name) = parts.Length switch
        {
            2 => (null, parts[0], parts[1]),
            3 or 4 => (string.Join('/', parts[..^2]), parts[^2], parts[^1]),
            _ => (null, "", ""),
        };
        if (kind.Length == 0 || name.Length == 0)
        {
            reader.Reject(Key, "is not a kind and a name", text, Right);
        }
        else if (_withoutScale.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            reader.Reject(Key, $"is a {kind}, which has no scale subresource", text, "write a Deployment, a StatefulSet or a custom resource with /scale");
        }
        else if (!KubernetesName.IsSubdomain(name))
        {
            reader.Reject(Key, "has no name of a Kubernetes object", text, "write the name that `kubectl get` prints");
        }
        else if (apiVersion is null && !_ofApps.Contains(kind))
        {
            reader.Reject(
                Key, "is of a kind that is not of apps/v1", text,
                EditDistance.Nearest(kind, _ofApps) is { } nearest ? $"did you mean {nearest}/{name}?" : $"write its API version before it, such as argoproj.io/v1alpha1/{kind}/{name}");
        }
        else
        {
            return new ScaleTarget(apiVersion is "apps/v1" && _ofApps.Contains(kind) ? null : apiVersion, kind, name);
        }

        return null;
    }
}

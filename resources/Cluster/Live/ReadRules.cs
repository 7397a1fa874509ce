using System.Globalization;
using System.Text;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>What an account has to be allowed to read, and nothing else.</summary>
internal static class ReadRules
{
    private static readonly (string Group, string[] Resources)[] _rules =
    [
        ("", ["namespaces", "pods", "services", "serviceaccounts", "events"]),
        ("", ["nodes"]),
        ("", ["services/proxy"]),
        ("admissionregistration.k8s.io", ["validatingwebhookconfigurations"]),
        ("apiextensions.k8s.io", ["customresourcedefinitions"]),
        ("apiregistration.k8s.io", ["apiservices"]),
        ("apps", ["deployments", "replicasets", "statefulsets"]),
        ("autoscaling", ["horizontalpodautoscalers"]),
        ("azmonitoring.coreos.com", ["podmonitors", "servicemonitors"]),
        ("events.k8s.io", ["events"]),
        ("external.metrics.k8s.io", ["*"]),
        ("keda.sh", ["scaledobjects", "scaledjobs", "triggerauthentications", "clustertriggerauthentications"]),
        ("metrics.k8s.io", ["pods"]),
        ("monitoring.coreos.com", ["podmonitors", "servicemonitors"]),
    ];

    /// <summary>Whether they allow a path.</summary>
    public static bool Allow(string path)
    {
        if (path.Split('?')[0] is ApiPath.Version or ApiPath.AgentSettings or ApiPath.AgentScrapeConfiguration)
        {
            // The version everybody who is known may read (system:public-info-viewer); of ConfigMaps only these.
            return true;
        }

        var steps = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var group = steps[0] == "api" ? "" : steps[1];
        var rest = steps[(steps[0] == "api" ? 2 : 3)..];
        if (rest.Length == 0)
        {
            // Discovery (system:discovery).
            return true;
        }

        var resource = rest is ["namespaces", _] ? "namespaces" : rest is ["namespaces", _, var inner, ..] ? inner : rest[0];
        resource += rest is ["namespaces", _, "services", _, "proxy", ..] ? "/proxy" : "";
        return _rules.Any(rule => rule.Group == group && (rule.Resources.Contains(resource) || rule.Resources is ["*"]));
    }

    /// <summary>The ClusterRole, with a comment that says how to bind it.</summary>
    public static string ClusterRole()
    {
        var text = new StringBuilder(
            """
            # The least that kedastack doctor reads; never Secrets, never a write. Bind it with
            #   kubectl create clusterrolebinding kedastack-doctor --clusterrole kedastack-doctor --user <you>
            # Without rights on the whole cluster, bind it in the namespace of the apps and in that of KEDA (-n <namespace>):
            #   kubectl -n <namespace> create rolebinding kedastack-doctor --clusterrole kedastack-doctor --user <you>
            # and what belongs to no namespace is not read.
            # services/proxy is for a Prometheus inside the cluster; leave it out and use --prometheus with a port-forward.
            # nodes and the ConfigMaps are for AKS. Of Azure it reads what the role Reader lets it read:
            #   az role assignment create --role Reader --assignee <you> --scope /subscriptions/<subscription of the cluster>
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: kedastack-doctor
            rules:

            """.ReplaceLineEndings("\n"));
        foreach (var (group, resources) in _rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - apiGroups: [\"{group}\"]\n    resources: [{string.Join(", ", resources.Select(resource => $"\"{resource}\""))}]\n")
                .Append(CultureInfo.InvariantCulture, $"    verbs: [{(resources.Contains("services/proxy") ? "\"get\"" : "\"get\", \"list\"")}]\n");
        }

        return text.Append(
            $"""
              - apiGroups: [""]
                resources: ["configmaps"]
                resourceNames: ["{ApiPath.AgentSettings.Split('/')[^1]}", "{ApiPath.AgentScrapeConfiguration.Split('/')[^1]}"]
                verbs: ["get"]

            """.ReplaceLineEndings("\n")).ToString();
    }
}

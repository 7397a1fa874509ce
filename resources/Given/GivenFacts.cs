using KedaStack.Infra.Given;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Given;

/// <summary>What was read of what a stack builds on, held against what the stack needs.</summary>
internal static class GivenFacts
{
    private const string ExternalMetrics = "v1beta1.external.metrics.k8s.io";
    private const string UseLabel = "azure.workload.identity/use";

    /// <summary>The parts of a stack that it does not make.</summary>
    public static GivenParts Of(StackSettings settings, GivenReads reads) => new()
    {
        Namespaces = Namespaces(settings),
        Objects = reads.Objects,
        HasCluster = settings.Platform.Cluster is not NewCluster,
        HasMetrics = settings.Platform.Metrics is not NewWorkspace,
        HasPrometheus = settings.Platform.Metrics is OwnPrometheus { IsAzureMonitor: false },
        HasKeda = settings.Keda.Installation == KedaInstallation.Existing || (settings.Keda.Installation == KedaInstallation.AddOn && settings.Platform.Cluster is not NewCluster),
        KedaSubject = settings.Keda.Installation == KedaInstallation.Helm ? null : KedaServiceAccount.Of(settings.Keda).Subject,
        Refusals = Refusals(settings, reads),
        NotRead = NotRead(settings, reads),
        WithoutEffect = WithoutEffect(settings),
    };

    private static HashSet<string> Namespaces(StackSettings settings)
    {
        var namespaces = settings.Workloads.Select(workload => workload.Namespace).ToHashSet(StringComparer.Ordinal);
        if (settings.Keda.Installation == KedaInstallation.Existing)
        {
            namespaces.Add(settings.Keda.Namespace);
        }

        return namespaces;
    }

    private static IEnumerable<string> Refusals(StackSettings settings, GivenReads reads)
    {
        var platform = settings.Platform;
        if (platform.Cluster is ExistingCluster cluster && reads.Cluster is { } read)
        {
            foreach (var refusal in ClusterNeeds.Refusals(cluster, read.ToCluster(), settings))
            {
                yield return refusal;
            }
        }

        if (platform.Metrics is ExistingWorkspace workspace && reads.Workspace is { } account
            && WorkspaceNeeds.Refusal(workspace.Id, account.Text("provisioningState"), account.Text("metrics", "prometheusQueryEndpoint")) is { } unusable)
        {
            yield return unusable;
        }

        if (platform.CollectionRule is { } rule && reads.Rules.FirstOrDefault(one => rule.Is(one.Id)) is { } given
            && WorkspaceNeeds.RuleRefusal(rule, given.List("dataFlows").SelectMany(flow => flow.Texts("streams")), Accounts(given), (platform.Metrics as ExistingWorkspace)?.Id) is { } wrongRule)
        {
            yield return wrongRule;
        }

        foreach (var refusal in Association(platform, reads).Concat(Operators(settings, reads)).Concat(Adapters(settings, reads)).Concat(Hpas(settings, reads)))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<string> Association(PlatformSettings platform, GivenReads reads)
    {
        if (platform.Cluster is not ExistingCluster cluster || platform.Metrics is not ExistingWorkspace workspace || reads.Associations is not { } associations)
        {
            yield break;
        }

        List<string> ids = [.. associations.Select(association => association.Text("dataCollectionRuleId")).OfType<string>()];
        if (platform.CollectionRule is not null)
        {
            if (ids.Count > 0)
            {
                yield return $"existingDataCollectionRule: {cluster.Id.Name} is associated with {string.Join(" and ", ids)} already, and a second rule would collect twice; leave it out";
            }

            yield break;
        }

        List<AzureRead> rules = [.. reads.Rules.Where(rule => ids.Contains(rule.Id, StringComparer.OrdinalIgnoreCase))];
        if ((ids.Count == 0 || rules.Count == ids.Count)
            && WorkspaceNeeds.AssociationRefusal(cluster.Id, workspace.Id, [.. rules.SelectMany(Accounts)]) is { } refusal)
        {
            yield return refusal;
        }
    }

    private static List<string> Accounts(AzureRead rule) =>
        [.. rule.List("destinations", "monitoringAccounts").Select(account => account.Text("accountResourceId")).OfType<string>()];

    private static IEnumerable<string> Adapters(StackSettings settings, GivenReads reads)
    {
        if (reads.Objects.FirstOrDefault(one => one.Type == ResourceTypes.ApiService && one.ObjectName() == ExternalMetrics)?.Inputs is not { } api)
        {
            yield break;
        }

        var (ns, name) = (api.Text("spec.service.namespace"), api.Text("spec.service.name"));
        if (name is not ("keda-operator-metrics-apiserver" or "keda-metrics-apiserver"))
        {
            yield return $"kedaInstallation: {ns}/{name} serves {ExternalMetrics} already, and a cluster takes one server of external metrics only; its owner takes it away first";
        }
        else if (settings.Keda.Installation == KedaInstallation.Helm && ns != settings.Keda.Namespace)
        {
            yield return $"kedaInstallation: KEDA is in {ns} already, and one cluster takes one only; write kedaInstallation: {(ns == "kube-system" ? "addon" : $"existing with kedaNamespace: {ns}")}";
        }
        else if (settings.Keda.Installation == KedaInstallation.Existing && ns != settings.Keda.Namespace)
        {
            yield return $"kedaNamespace: KEDA is in {ns}, not in {settings.Keda.Namespace}; write kedaNamespace: {ns}";
        }
    }

    private static IEnumerable<string> Operators(StackSettings settings, GivenReads reads)
    {
        List<GraphResource> operators = [.. reads.Objects.Where(one => one.Type == ResourceTypes.Deployment
            && (one.Inputs.Text("metadata.name") == "keda-operator" || one.Labels().GetValueOrDefault("app.kubernetes.io/name") == "keda-operator"))];
        if (operators.Count == 0 || settings.Keda.Installation == KedaInstallation.AddOn)
        {
            yield break;
        }

        if (operators.Count > 1)
        {
            yield return $"kedaInstallation: there are {operators.Count} KEDA operators ({string.Join(", ", operators.Select(one => one.Namespace()))}), and one cluster takes one only; uninstall all but one first";
            yield break;
        }

        var found = new KedaServiceAccount(operators[0].Namespace(), operators[0].Inputs.Text("spec.template.spec.serviceAccountName") ?? "default");
        if (settings.Keda.Installation == KedaInstallation.Helm)
        {
            yield return $"kedaInstallation: KEDA is in {found.Namespace} already, and one cluster takes one only; write kedaInstallation: existing with kedaNamespace: {found.Namespace} and kedaServiceAccount: {found.Name}";
            yield break;
        }

        var said = KedaServiceAccount.Of(settings.Keda);
        if (found != said)
        {
            yield return $"kedaNamespace and kedaServiceAccount: the operator runs as {found.Namespace}/{found.Name}, and Entra ID would trust {said.Namespace}/{said.Name} only; write kedaNamespace: {found.Namespace} and kedaServiceAccount: {found.Name}";
        }

        if (settings.Platform.UsesIdentity && !operators[0].Inputs.Map("spec.template.metadata.labels").ContainsKey(UseLabel))
        {
            yield return $"kedaInstallation: the operator's pods get no token for Azure; its owner runs `helm upgrade keda kedacore/keda --namespace {found.Namespace} --reuse-values --set podIdentity.azureWorkload.enabled=true`";
        }
    }

    private static IEnumerable<string> Hpas(StackSettings settings, GivenReads reads)
    {
        foreach (var (index, workload) in settings.Workloads.Index())
        {
            var path = FormattableString.Invariant($"workloads[{index}].replaceHpa");
            List<GraphResource> hpas = [.. reads.Objects.Where(one => one.Type == ResourceTypes.Autoscaler && one.Namespace() == workload.Namespace)];
            var named = workload.ReplaceHpa is null ? null : hpas.Find(hpa => hpa.ObjectName() == workload.ReplaceHpa);
            if (named is not null && !Scales(named, workload))
            {
                yield return $"{path}: {workload.ReplaceHpa} scales {named.Inputs.Text("spec.scaleTargetRef.kind")}/{named.Inputs.Text("spec.scaleTargetRef.name")}, not {workload.Target.Kind}/{workload.Target.Name}; name the HPA of that one";
            }
            else if (workload.ReplaceHpa is not null && named is null && hpas.Count > 0)
            {
                yield return $"{path}: there is no HPA {workload.ReplaceHpa} among {string.Join(", ", hpas.Select(hpa => hpa.ObjectName()))}; write one of these, or leave it out";
            }
            else if (workload.ReplaceHpa is null && hpas.Find(hpa => Scales(hpa, workload)) is { } other)
            {
                yield return $"{path}: the HPA {other.ObjectName()} scales {workload.Target.Kind}/{workload.Target.Name} already, and two would fight; write replaceHpa: {other.ObjectName()}, or delete it first";
            }
        }
    }

    private static bool Scales(GraphResource hpa, ScaledWorkloadSettings workload) =>
        hpa.Inputs.Text("spec.scaleTargetRef.kind") == workload.Target.Kind && hpa.Inputs.Text("spec.scaleTargetRef.name") == workload.Target.Name;

    private static IEnumerable<string> NotRead(StackSettings settings, GivenReads reads)
    {
        var platform = settings.Platform;
        if (platform.Cluster is ExistingCluster cluster)
        {
            if (reads.Cluster is null)
            {
                yield return $"the cluster {cluster.Id.Name} (`az aks show --ids {cluster.Id} -o json`): OIDC issuer, workload identity, metrics profile, KEDA add-on, local accounts";
            }

            if (platform.Metrics is ExistingWorkspace && platform.CollectionRule is null && reads.Associations is null)
            {
                yield return $"which workspace {cluster.Id.Name} sends to (`az monitor data-collection rule association list --resource {cluster.Id} -o json`, and `az monitor data-collection rule show` of its rules): pulumi up does not read it either";
            }
        }

        if (platform.Cluster is ExistingCluster sender && reads.Associations is { Length: > 1 } several)
        {
            yield return $"which of its {several.Length} rules each series of {sender.Id.Name} goes by (labelIncludeFilter of `az monitor data-collection rule show`): without a filter each of their workspaces gets all of them";
        }

        if (platform.Metrics is ExistingWorkspace workspace && reads.Workspace is null)
        {
            yield return $"the workspace {workspace.Id.Name} (`az monitor account show --ids {workspace.Id} -o json`): its query endpoint and region";
        }

        if (platform.CollectionRule is { } rule && !reads.Rules.Any(one => rule.Is(one.Id)))
        {
            yield return $"the data collection rule {rule.Name} (`az monitor data-collection rule show --ids {rule} -o json`): its stream and destination";
        }

        if (platform.Grafana is { } grafana && reads.Grafana is null)
        {
            yield return $"the Grafana {grafana.Name} (`az grafana show --ids {grafana} -o json`): its identity";
        }

        if (platform.Metrics is OwnPrometheus { IsAzureMonitor: false } && MakesMonitors(settings) && !reads.Objects.Any(one => one.Type == ResourceTypes.Prometheus))
        {
            yield return "the Prometheus (`kubectl get prometheus --all-namespaces -o json`): which monitors it selects; pulumi up does not read it either";
        }

        foreach (var unread in settings.Workloads.Where(workload => !reads.Objects.Any(one => IsTarget(one, workload))).GroupBy(workload => workload.Namespace))
        {
            yield return $"{string.Join(", ", unread.Select(workload => $"{workload.Target.Kind}/{workload.Target.Name}"))} "
                + $"(`kubectl get deployments,statefulsets,poddisruptionbudgets,horizontalpodautoscalers --namespace {unread.Key} -o json`): "
                + "replicas, ports and probes, budgets, and HPAs that would fight; pulumi up does not read them either";
        }

        if (settings.Keda.Installation == KedaInstallation.Existing && !reads.Objects.Any(one => one.Type == ResourceTypes.Deployment && one.Namespace() == settings.Keda.Namespace))
        {
            yield return $"KEDA's operator (`kubectl get deployment keda-operator --namespace {settings.Keda.Namespace} -o json`): its service account, and whether its pods get a token for Azure";
        }
    }

    private static bool MakesMonitors(StackSettings settings) =>
        settings.HasSampleApp || settings.Keda.Installation == KedaInstallation.Helm || settings.Workloads.Any(workload => workload.Scrape is not null);

    private static bool IsTarget(GraphResource one, ScaledWorkloadSettings workload) =>
        one.Namespace() == workload.Namespace && one.ObjectName() == workload.Target.Name && one.Type.EndsWith($":{workload.Target.Kind}", StringComparison.Ordinal);

    private static IEnumerable<string> WithoutEffect(StackSettings settings)
    {
        var (defaults, cluster) = (SettingsParser.Defaults.Cluster, settings.Cluster);
        if (settings.Platform.Cluster is NewCluster)
        {
            yield break;
        }

        foreach (var (key, isSet) in ((string, bool)[])
        [
            ("sku", cluster.Sku != defaults.Sku),
            ("kubernetesVersion", cluster.KubernetesVersion is not null),
            ("nodeVmSize", cluster.NodeVmSize != defaults.NodeVmSize),
            ("nodeCountMin", cluster.NodeCountMin != defaults.NodeCountMin),
            ("nodeCountMax", cluster.NodeCountMax != defaults.NodeCountMax),
            ("tier", cluster.Tier != defaults.Tier),
            ("zones", cluster.Zones.Count > 0),
        ])
        {
            if (isSet)
            {
                yield return key;
            }
        }
    }
}

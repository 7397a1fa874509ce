using KedaStack.Checks.Admission;
using KedaStack.Checks.Adopted;
using KedaStack.Checks.Azure;
using KedaStack.Checks.Destroy;
using KedaStack.Checks.Identity;
using KedaStack.Checks.Identity.Roles;
using KedaStack.Checks.Monitoring;
using KedaStack.Checks.Monitoring.Collection;
using KedaStack.Checks.Monitoring.Monitors;
using KedaStack.Checks.Query;
using KedaStack.Checks.Query.Triggers;
using KedaStack.Checks.Rules;
using KedaStack.Checks.Scaling;
using KedaStack.Checks.Scaling.Cron;
using KedaStack.Checks.Scaling.Queues;
using KedaStack.Checks.Scaling.Replicas;
using KedaStack.Checks.Scaling.WithoutEffect;
using KedaStack.Checks.Security;
using KedaStack.Checks.Versions;
using KedaStack.Checks.Workload;
using KedaStack.Checks.Workload.Health;
using KedaStack.Checks.Workload.Network;

namespace KedaStack.Checks;

/// <summary>The checks there are.</summary>
internal static class CheckCatalogue
{
    /// <summary>The checks by theme.</summary>
    public static IReadOnlyList<CheckGroup> Groups { get; } =
    [
        new("Admission",
        [
            new ObjectRefused(),
            new MetadataRefused(),
            new UnknownField(),
            new WebhookDenies(),
            new TriggerRefused(),
        ]),
        new("Identity",
        [
            new KedaInstalledOnce(),
            new FederatedSubject(),
            new FederatedIssuer(),
            new FederatedAudience(),
            new FederatedCredentialWriters(),
            new OidcIssuer(),
            new WorkloadIdentity(),
            new ChartValues(),
            new ChartWorkloadIdentity(),
            new IdentityClientId(),
            new TriggerAuthenticationProvider(),
            new TriggerAuthenticationReference(),
            new QueryRole(),
            new GrafanaRole(),
            new GrafanaAccess(),
            new DeployerRole(),
            new RolePrincipalId(),
            new RolePrincipalType(),
            new RoleBreadth(),
            new RoleAssignmentName(),
            new RoleDefinition(),
        ]),
        new("Query",
        [
            new ServerAddress(),
            new TriggerCloud(),
            new QuerySyntax(),
            new QuerySingleValue(),
            new QueryMetric(),
            new QueryCounter(),
            new CounterByName(),
            new PerPodAverage(),
            new QueryLabels(),
            new QuerySelectsApp(),
            new QuerySelectsOnlyApp(),
            new QueryClusterLabel(),
            new RateWindow(),
            new RateWindowShort(),
            new ServerUrl(),
            new AzureNamespace(),
            new CheckpointStrategy(),
            new TriggerType(),
            new TriggerMetadataStrings(),
            new TriggerMetadataValues(),
            new TriggerMetadataUnknown(),
        ]),
        new("Scaling",
        [
            new ScaleTarget(),
            new SingleScaler(),
            new ReplicaBounds(),
            new ScalingNumbers(),
            new ReplicasFixed(),
            new ScaleFromZero(),
            new IdleReplicas(),
            new CooldownWithoutEffect(),
            new PollingWithoutEffect(),
            new ActivationWithoutEffect(),
            new AbsenceAlert(),
            new Fallback(),
            new FallbackWithoutEffect(),
            new BehaviorLimits(),
            new BehaviorHalf(),
            new ReplicasInFile(),
            new FallbackFormula(),
            new PausedScaling(),
            new MemoryAlone(),
            new MetricTarget(),
            new CronTimeZone(),
            new CronStartsOnce(),
            new CronDate(),
            new CronReplicas(),
            new CronDeadBand(),
            new QueueBatch(),
            new QueueVisibleOnly(),
            new HubContainer(),
            new HubPartitions(),
            new HubStart(),
            new HubActivation(),
            new CronMetricType(),
            new CronClockChange(),
        ]),
        new("Versions",
        [
            new KedaVersionWorks(),
            new FallbackBehaviorVersion(),
            new KedaRemovedField(),
            new RemovedApi(),
            new KedaUpgrade(),
            new KubernetesSupport(),
            new KubernetesPatchVersion(),
        ]),
        new("Workload",
        [
            new ObjectKind(),
            new DeploymentSelector(),
            new RollingUpdate(),
            new ServiceSelector(),
            new ServicePort(),
            new PortNumbers(),
            new ListeningPort(),
            new ObjectNamespace(),
            new MountedFiles(),
            new ServiceAddress(),
            new ScrapeReach(),
            new ClientReach(),
            new NetworkPolicySelector(),
            new ProbePort(),
            new ProbeCounted(),
            new ReadinessProbe(),
            new ResourceLimits(),
            new Requests(),
            new NodeCapacity(),
            new DisruptionBudget(),
            new DisruptionBudgetSelector(),
            new GracePeriod(),
        ]),
        new("Security",
        [
            new PublicExposure(),
            new PlainSecret(),
            new SecretInTrigger(),
            new WildcardAllowList(),
            new LocalAccounts(),
            new PodSecurity(),
            new PodHardening(),
            new NamespacePodSecurity(),
            new ImagePinned(),
            new ChartRepository(),
            new GrafanaKeys(),
        ]),
        new("Destroy",
        [
            new KedaGoesLast(),
            new AuthenticationGoesAfterScaledObject(),
            new KedaWaitsForIdentity(),
            new AssociationGoesFirst(),
            new GoesWithCluster(),
        ]),
        new("Monitoring",
        [
            new ManagedPrometheus(),
            new CollectionKind(),
            new CollectionEndpoint(),
            new CollectionRegion(),
            new CollectionFlow(),
            new CollectionAssociation(),
            new MonitorApiGroup(),
            new MonitorMissing(),
            new MonitorRelease(),
            new MonitorSelector(),
            new MonitorPort(),
            new ScrapeTimes(),
            new ScrapePath(),
            new MonitorLabelLimits(),
            new CustomKindWait(),
            new RecordingRules(),
            new RuleGroupLimits(),
            new RuleGroupCluster(),
            new AlertRuleFields(),
            new AlertsEnabled(),
            new GrafanaWorkspace(),
        ]),
        new("Given",
        [
            new GivenRefused(),
            new GivenNotRead(),
            new GivenWithoutEffect(),
            new ReplicasBelowPresent(),
        ]),
        new("Azure",
        [
            new ResourceGroupName(),
            new NodeResourceGroup(),
            new NameLimits(),
            new NodePools(),
            new ClusterNetwork(),
            new AllowedValues(),
            new SupportPlan(),
            new UnknownRegion(),
            new ProviderCloud(),
            new ClusterProvider(),
        ]),
    ];

    /// <summary>All checks.</summary>
    public static IReadOnlyList<Check> All { get; } = [.. Groups.SelectMany(group => group.Checks)];

    /// <summary>Those that look at a stack.</summary>
    public static IReadOnlyList<Check> OfStack { get; } = [.. All.Where(check => !check.Info.IsOnlyForFiles)];

    /// <summary>The check of an id; null when there is none.</summary>
    public static Check? Find(string id) => All.FirstOrDefault(check => check.Info.Id == id);
}

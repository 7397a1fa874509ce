using System.Text.RegularExpressions;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether Azure's agent scrapes, and sends to the workspace that KEDA asks.</summary>
internal static partial class AzureScrape
{
    private const int MostJobs = 5;

    private static readonly string _settingsName = ApiPath.AgentSettings.Split('/')[^1];

    /// <summary>What is wrong; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? Judge(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        if (azure.Id is not { } id || azure.Cluster is not { } cluster)
        {
            return null;
        }

        if (cluster.Text("powerState.code") == "Stopped")
        {
            return AzureCauses.Stopped.Fail($"cluster {id.Name} is stopped", azure);
        }

        // A workspace that gives more than 0, or has the series, gets them, from wherever: remote write, another cluster.
        return QueriedWorkspace.Triggers(chain).Where(trigger => !QueriedWorkspace.HasSeries(chain, trigger) && !SeriesProbe.AreThere(chain, trigger)).Select(trigger => Sending(chain, azure, trigger)).FirstOrDefault(one => one is not null)
            ?? QueriedWorkspace.Triggers(chain).Select(trigger => Elsewhere(chain, azure, trigger)).FirstOrDefault(one => one is not null);
    }

    /// <summary>What is not as it should be, though nothing is broken by it; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? Remark(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        return azure.Cluster.Text("provisioningState") == "Failed" ? AzureCauses.Failed.Warn($"cluster {azure.Id!.Name} has the provisioning state Failed", azure)
            : azure.Cluster is not null && QueriedWorkspace.Triggers(chain).Count > 0 && AgentSettings.Of(chain.Answers) is { AreTaken: false, SchemaVersion: var version }
                ? AzureCauses.SettingsRejected.Warn($"ConfigMap {_settingsName} has the schema-version {Quoted.Text(version ?? "")}", azure) : null;
    }

    /// <summary>The job of the agent's own configuration that the queries ask for; null for none, and where it was not read.</summary>
    public static string? Job(Chain chain) => AgentSettings.Of(chain.Answers) is { Jobs: var jobs }
        ? QueriedWorkspace.Triggers(chain).SelectMany(trigger => PromQuery.Read(trigger.Query).Selectors).Select(selector => jobs.FirstOrDefault(job => selector.Pin("job")?.Passes(job) == true)).FirstOrDefault(job => job is not null)
        : null;

    /// <summary>What stands behind the line of the link: where the cluster sends to, or why that is not known. Empty where nobody tried.</summary>
    public static string Note(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        if (QueriedWorkspace.Triggers(chain).Count == 0)
        {
            return "";
        }

        var settings = AgentSettings.Of(chain.Answers);
        return Destination(azure) + (settings is { IsDebug: true } ? "; the agent runs in its debug mode" : "")
            + (settings is { Jobs: [_, ..] jobs } && Job(chain) is null ? $"; the agent's own configuration has {(jobs.Count == 1 ? "the job" : "the jobs")} {string.Join(", ", jobs.Take(MostJobs))}" : "");
    }

    private static string Destination(AzureSide azure) => azure switch
    {
        { WhyUnread: { } why } => $"; Azure: {ScalerCauses.Shown(why)}",
        { Id: null } or { Cluster: null } => "",
        { Associations.IsOk: false } => $"; where {azure.Id.Name} sends to: {ScalerCauses.Shown(AzureSide.Why(azure.Associations))}",
        { Destinations: [var one, ..] } => $"; {azure.Id.Name} sends to workspace {one.Id.Name}",
        _ => "",
    };

    private static LinkVerdict? Sending(Chain chain, AzureSide azure, ChainTrigger trigger)
    {
        var name = azure.Id!.Name;
        var workspace = ("workspace", QueriedWorkspace.Of(azure, trigger)?.Id.ToString() ?? "<workspace id>");
        if (!azure.Cluster.IsTrue("azureMonitorProfile.metrics.enabled"))
        {
            return AzureCauses.NoAgent.Fail($"managed Prometheus is off in cluster {name}", azure, workspace);
        }

        if (azure.Rules is { } rules && !rules.Any(rule => rule.Accounts.Count > 0))
        {
            return AzureCauses.NoRule.Fail($"no data collection rule of managed Prometheus is associated with cluster {name}", azure, workspace);
        }

        return Elsewhere(chain, azure, trigger) ?? Agent(chain, azure) ?? Target(chain, azure, trigger) ?? Label(chain, azure, trigger);
    }

    /// <summary>
    /// Samples that go elsewhere than KEDA asks. An address that answers KEDA is that of a workspace, be it one that is not seen here; of one
    /// that does not, the link prometheus speaks.
    /// </summary>
    private static LinkVerdict? Elsewhere(Chain chain, AzureSide azure, ChainTrigger trigger)
    {
        if (azure.Rules is null || azure.Destinations is not [var one, ..] || QueriedWorkspace.IsScoped(trigger) || azure.Destinations.Any(workspace => workspace.IsAt(trigger.ServerAddress)))
        {
            return null;
        }

        var asked = QueriedWorkspace.Of(azure, trigger);
        if (asked is null && !AzureAddress.IsAnswered(chain))
        {
            return null;
        }

        var found = $"cluster {azure.Id!.Name} sends to workspace {string.Join(" and ", azure.Destinations.Select(workspace => workspace.Id.Name))}; KEDA asks {(asked is null ? AzureAddress.Shown(trigger.ServerAddress) : $"workspace {asked.Id.Name}")}";
        var names = AzureAddress.Names(chain, trigger, one);
        return QueriedWorkspace.HasSeries(chain, trigger) ? AzureCauses.OtherWorkspace.Warn($"{found}, which has series from elsewhere", azure, names) : AzureCauses.OtherWorkspace.Fail(found, azure, names);
    }

    private static LinkVerdict? Agent(Chain chain, AzureSide azure) => ApiPath.AgentDeployments.Select(path => chain.Answers.Get(path)).Where(answer => answer.IsOk && KedaInstallation.IsDown((System.Text.Json.Nodes.JsonObject)answer.Body!))
        .Select(answer => answer.Body.Text("metadata.name") ?? "").Select(name => AzureCauses.AgentDown.Fail($"Deployment {name} in kube-system has no pod that is available", azure, ("deployment", name))).FirstOrDefault();

    /// <summary>A metric of the agent's own targets, which the agent does not scrape or does not keep.</summary>
    private static LinkVerdict? Target(Chain chain, AzureSide azure, ChainTrigger trigger)
    {
        foreach (var question in AgentSettings.Of(chain.Answers) is null ? [] : SeriesQuestion.Of(trigger.Query))
        {
            var (metric, settings) = (question.Selector.Metric, AgentSettings.Of(chain.Answers)!);
            if (AgentSettings.TargetOf(metric) is not { } target)
            {
                continue;
            }

            if (!settings.IsOn(target))
            {
                return AzureCauses.TargetOff.Fail($"the query asks for {metric}, and the agent's target {target} is off", azure);
            }

            if (SeriesQuestion.Answer(chain, question.Counters) is [] && !settings.Keeps(target, metric))
            {
                return AzureCauses.NotKept.Fail($"no series is called {metric}, and the keep list of the agent's target {target} does not have it", azure);
            }
        }

        return null;
    }

    private static LinkVerdict? Label(Chain chain, AzureSide azure, ChainTrigger trigger)
    {
        if (AgentSettings.Of(chain.Answers) is not { } settings)
        {
            return null;
        }

        // A name with other characters than these gets underscores (Azure/prometheus-collector).
        var written = settings.Alias is { } alias ? NoLabel().Replace(alias, "_") : azure.Id!.Name;
        return PromQuery.Read(trigger.Query).Selectors.SelectMany(selector => selector.Conditions).FirstOrDefault(one => one.Label == "cluster" && !one.Passes(written)) is { } condition
            ? AzureCauses.ClusterLabel.Fail(
                $"the query asks for cluster{condition.Operator}{Quoted.Text(condition.Value)}, and the agent writes {Quoted.Text(written)}", azure, ("namespace", chain.Namespace), ("name", chain.Name))
            : null;
    }

    [GeneratedRegex("[^0-9a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex NoLabel();
}

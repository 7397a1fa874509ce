using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing.Workloads;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Infra.Workload;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Resources.Workloads;

/// <summary>The ScaledObject that is explained, and where it is from.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Kind">What it is from: <c>stack</c>, <c>workload</c> or <c>scaledObject</c>.</param>
/// <param name="Name">The stack's name, or the file.</param>
/// <param name="Triggers">Its triggers with their names.</param>
internal sealed record ExplainSource(ScaledObject ScaledObject, string Kind, string Name, IReadOnlyList<NamedTrigger> Triggers)
{
    private const string Stack = "stack";

    /// <summary>The series that its query is about; null where that is not known.</summary>
    public RequestRateQuery? Selection { get; private init; }

    /// <summary>How the stack's metrics are asked; null for a file.</summary>
    public PlatformQuery? Platform { get; private init; }

    /// <summary>The versions whose rules it follows.</summary>
    public StackVersions Versions { get; private init; } = StackVersions.Default;

    /// <summary>What is followed and what is left out of it, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>The unit of its values, with a blank before it; empty where it is not known.</summary>
    public string Unit => Kind == Stack ? " req/s" : "";

    /// <summary>The prometheus trigger; null where there is none, or more than one.</summary>
    public PrometheusTrigger? Prometheus => Triggers.Select(trigger => trigger.Trigger).OfType<PrometheusTrigger>().ToList() is [var only] ? only : null;

    /// <summary>The replicas that are there at least while it is in use.</summary>
    public int LeastReplicas => Math.Max(1, ScaledObject.MinReplicaCount ?? ScaledObject.DefaultHpaMinReplicas);

    /// <summary>That of a stack's settings.</summary>
    public static ExplainSource OfStack(string stack, StackSettings settings)
    {
        var cluster = new ResourceNames(settings, stack).ClusterLabel;
        var query = SampleAppMonitor.Query(cluster, settings.Workload.Namespace, settings.Scaling.Window);
        var scaledObject = settings.Scaling.ToScaledObject(SampleApp.AppName, settings.Workload.Namespace, query.ToString(), "");
        var versions = StackVersions.Of(settings);
        var trigger = scaledObject.PrometheusTrigger;
        return new ExplainSource(scaledObject, Stack, stack, [new NamedTrigger(trigger.Type, 0, trigger.Type, trigger)])
        {
            Selection = query,
            Platform = PlatformQuery.Of(settings, settings.Workload.Namespace),
            Versions = versions,
            Notes = versions.Notes,
        };
    }

    /// <summary>That of one of a stack's workloads.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="workload">The workload.</param>
    public static ExplainSource OfWorkload(StackSettings settings, ScaledWorkloadSettings workload)
    {
        var scaling = workload.Scaling.ToScaledObject(workload.Name, workload.Namespace, "", "");
        var read = workload.Triggers.Select((trigger, place) => Read(trigger, place, scaling.PrometheusTrigger)).ToList();
        var names = NamedTrigger.Names([.. read.Select(trigger => (trigger.Name, trigger.Type))]);
        List<NamedTrigger> triggers = [.. read.Select((trigger, place) => new NamedTrigger(names[place], place, trigger.Type, trigger.Trigger))];
        var versions = StackVersions.Of(settings);
        var source = new ExplainSource(
            scaling with { Triggers = [.. triggers.Select(trigger => trigger.Trigger).OfType<Trigger>()], HpaName = workload.ReplaceHpa },
            "workload", workload.Name, triggers)
        {
            Platform = PlatformQuery.Of(settings, workload.Namespace),
            Versions = versions,
            Notes = versions.Notes,
        };
        return source with { Selection = source.Prometheus is { } prometheus ? RateSelection.Of(prometheus.Query) : null };
    }

    private static (string Name, string Type, Trigger? Trigger) Read(WorkloadTrigger trigger, int place, PrometheusTrigger prometheus) => trigger switch
    {
        QueryTrigger query => ("", prometheus.Type, prometheus with { Query = query.Query, TriggerIndex = place }),
        WrittenTrigger written => (written.Name ?? "", written.Type, Read(TriggerListReader.Definition(written, place)) switch
        {
            // Which address that is, the platform says.
            PrometheusTrigger asking when written.AsksPlatform => asking with { ServerAddress = "" },
            var other => other,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };

    private static Trigger? Read(TriggerDefinition definition) =>
        TriggerReader.IsModelled(definition.Type) || TriggerReader.HasTarget(definition) ? TriggerReader.Read(definition).Trigger : null;

    /// <summary>That of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scaledObject">The ScaledObject, with the triggers whose targets are known.</param>
    /// <param name="triggers">All of its triggers.</param>
    /// <param name="notes">What was left out of it, in sentences.</param>
    public static ExplainSource OfFile(string file, ScaledObject scaledObject, IReadOnlyList<NamedTrigger> triggers, IReadOnlyList<string> notes)
    {
        var source = new ExplainSource(scaledObject, "scaledObject", file, triggers);
        return source with { Notes = notes, Selection = source.Prometheus is { } prometheus ? RateSelection.Of(prometheus.Query) : null };
    }

    /// <summary>The same with those triggers only that answer; the others are said to be left out.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="why">Why others are left out.</param>
    public ExplainSource With(IReadOnlyList<TriggerAnswer> answers, string why = "without a value") => Keep(
        [.. answers.Select(answer => answer.Trigger)],
        [.. Triggers.Where(trigger => !answers.Any(answer => answer.Name == trigger.Name))], why) is var kept
            ? kept with { Notes = [.. kept.Notes, .. answers.SelectMany(Remarks)] }
            : this;

    private static IEnumerable<string> Remarks(TriggerAnswer answer) => new[]
    {
        answer.Remark,
        answer.Trigger is PrometheusTrigger prometheus ? PerPodQuery.Note(answer.Name, prometheus) : null,
    }.OfType<string>();

    private ExplainSource Keep(IReadOnlyList<Trigger> kept, IReadOnlyList<NamedTrigger> others, string why) => this with
    {
        ScaledObject = ScaledObject with { Triggers = kept },
        Notes = others.Count == 0
            ? Notes
            :
            [
                .. Notes,
                $"Left out, {why}: {string.Join(", ", others.Select(other => FormattableString.Invariant($"triggers[{other.Place}] ({other.Name})")))}. "
                    + "The HPA takes the highest of all triggers, and KEDA goes to 0 only when none is active.",
            ],
    };
}

using System.CommandLine;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Simulate;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Cli.Options.Load;

/// <summary>The options that describe the world around a simulated stack.</summary>
internal sealed class ScenarioOptions
{
    // A pod that is meant to serve the threshold has room for what comes until others have started.
    private const int CapacityPerThreshold = 3;
    private const int MostReplicas = 10_000;
    private const decimal HighestPrice = 1_000_000;
    private const long LongestQueue = 1_000_000_000;

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private readonly Option<string?> _capacity = TextOption.Create("--pod-capacity", "The requests per second that a Ready pod can serve, or unlimited. Default: three times the threshold in the stack's file.", "req/s");
    private readonly Option<string?> _queue = TextOption.Create("--queue-limit", "How many requests may wait above that, before they are lost. Default: 1000.", "requests");
    private readonly Option<string?> _startUp = TextOption.Create("--start-up", "How long a pod takes to start, or the shortest and the longest. Default: 2s-5s.", "duration");
    private readonly Option<string?> _podsPerNode = TextOption.Create("--pods-per-node", "How many pods fit on a node. Default: by the app's requests and nodeVmSize.", "pods");
    private readonly Option<string?> _nodeDelay = TextOption.Create("--node-delay", "How long a new node takes. Default: 3m.", "duration");
    private readonly Option<string?> _initial = TextOption.Create("--initial-replicas", "Replica count at the beginning. Default: minReplicaCount, at least 1.", "replicas");
    private readonly Option<string?> _leadIn = TextOption.Create("--lead-in", "How long the first load has lasted when the run begins, which is then at rest. Default: simulate none, tune until the rate window is full.", "duration");
    private readonly Option<string?> _probe = TextOption.Create("--counted-probe", "The period of a probe whose path the app counts as a request. Default: none is counted.", "duration");
    private readonly Option<string?> _origin = TextOption.Create("--counted-by", "Who counts the requests: pods, or an ingress before them that always runs. Default: pods.", "who");
    private readonly Option<string?> _lag = TextOption.Create("--ingestion-lag", "How old the newest sample is that a query sees. Default: 0s.", "duration");
    private readonly Option<string?> _latency = TextOption.Create("--sync-duration", "How long a sync of the HPA takes, most of it the query. Default: 250ms.", "duration");
    private readonly Option<string?> _autoscalers = TextOption.Create("--hpas", "How many HPAs the cluster has, whose syncs take as long and go through one queue. Default: 1.", "hpas");
    private readonly Option<string?> _engine = TextOption.Create("--prometheus-version", "The version of Prometheus whose rate() rules apply: 2.50 (and before), 2.55 (from 2.51) or 3. Default: 3.", "version");
    private readonly Option<string?> _replicaPrice = TextOption.Create("--price-per-replica-hour", "What an hour of a pod costs.", "price");
    private readonly Option<string?> _nodePrice = TextOption.Create("--price-per-node-hour", "What an hour of a node costs.", "price");

    private readonly Option<string[]> _disturbances = new("--disturb")
    {
        Description = $"Something that goes wrong: {DisturbanceText.Expected}; may be repeated.",
        HelpName = "kind@begin+duration",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
            [_capacity, _queue, _startUp, _podsPerNode, _nodeDelay, _initial, _leadIn, _probe, _origin, _lag, _latency, _autoscalers, _engine, _disturbances, _replicaPrice, _nodePrice])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The world that the command line describes.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="files">The stack as its files say: a pod does not serve more because the command line sets another threshold.</param>
    /// <param name="problems">Gets what is wrong; the world is then of no use.</param>
    public SimulatedWorld Read(ParseResult arguments, StackSettings settings, StackSettings files, ICollection<SettingsProblem> problems)
    {
        var reader = new OptionReader(arguments, problems);
        var notes = StackVersions.Of(settings).Notes.Append(MeasuredAccuracy.Sentence).ToList();
        var defaults = new PodModel();
        return new SimulatedWorld
        {
            Pods = new PodModel
            {
                Capacity = Capacity(reader, files.Scaling, notes),
                QueueLimit = reader.Integer(_queue, 0, LongestQueue) ?? defaults.QueueLimit,
                StartUpDelay = reader.Delay(_startUp, _day) ?? defaults.StartUpDelay,
                CountedProbeInterval = reader.Duration(_probe, TimeSpan.FromSeconds(1), _day),
            },
            IsCapacityAssumed = reader.Text(_capacity) is null,
            PodsPerNode = (int?)reader.Integer(_podsPerNode, 1, MostReplicas),
            NodeDelay = reader.Duration(_nodeDelay, TimeSpan.Zero, _day) ?? TimeSpan.FromMinutes(3),
            Engine = Engine(reader),
            IngestionLag = reader.Duration(_lag, TimeSpan.Zero, _day) ?? TimeSpan.Zero,
            Origin = Origin(reader),
            MetricLatency = reader.Duration(_latency, TimeSpan.Zero, TimeSpan.FromHours(1)) ?? SimulationScenario.DefaultMetricLatency,
            Autoscalers = (int?)reader.Integer(_autoscalers, 1, ScenarioValidation.MostAutoscalers) ?? 1,
            InitialReplicas = (int?)reader.Integer(_initial, 0, MostReplicas),
            LeadIn = reader.Duration(_leadIn, TimeSpan.Zero, _day) ?? TimeSpan.Zero,
            Disturbances = Disturbances(reader),
            Prices = Prices(reader),
            Notes = notes,
        };
    }

    private decimal? Capacity(OptionReader reader, ScalingSettings scaling, List<string> notes)
    {
        if (reader.Text(_capacity) is { } text)
        {
            return text == "unlimited" ? null : reader.Number(_capacity, 0.001m, Traffic.MaximumRate);
        }

        var capacity = Math.Clamp(CapacityPerThreshold * scaling.Threshold, 0.001m, Traffic.MaximumRate);
        notes.Add(FormattableString.Invariant($"Assumed: a pod serves at most {capacity:0.###} req/s, three times the stack's threshold (--pod-capacity)."));
        return capacity;
    }

    private PrometheusEngine Engine(OptionReader reader)
    {
        if (reader.Text(_engine) is not { } text)
        {
            return ScalingSemantics.Default.Engine;
        }

        if (Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var version) && version.Major is 2 or 3)
        {
            return version.Major == 3 ? PrometheusEngine.LeftOpen3
                : version.Minor > 50 ? PrometheusEngine.ClosedUntil255
                : PrometheusEngine.ClosedUntil250;
        }

        reader.Reject<PrometheusEngine>(_engine, "is not a version that is modelled", text, "write a version of Prometheus such as 2.50, 2.55 or 3");
        return ScalingSemantics.Default.Engine;
    }

    private MetricOrigin Origin(OptionReader reader)
    {
        switch (reader.Text(_origin))
        {
            case null or "pods":
                return MetricOrigin.Pods;
            case "ingress":
                return MetricOrigin.Ingress;
            case var text:
                reader.Reject<MetricOrigin>(_origin, "is unknown", text, "write pods or ingress");
                return MetricOrigin.Pods;
        }
    }

    private List<Disturbance> Disturbances(OptionReader reader) =>
        [.. reader.Texts(_disturbances).Select(text => DisturbanceText.Read(_disturbances.Name, text, reader.Problems)).OfType<Disturbance>()];

    private SimulationPrices? Prices(OptionReader reader)
    {
        var (replica, node) = (reader.Number(_replicaPrice, 0, HighestPrice), reader.Number(_nodePrice, 0, HighestPrice));
        return replica is null && node is null ? null : new SimulationPrices(replica ?? 0, node ?? 0);
    }
}

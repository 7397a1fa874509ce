using System.CommandLine;
using System.Globalization;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Workload;
using KedaStack.Resources.Load;
using KedaStack.Resources.Prometheus;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Cli.Options.Load;

/// <summary>The options that take the load from a Prometheus.</summary>
internal sealed class PrometheusTrafficOptions
{
    private const string OwnRequests = "default";

    // Four samples in each: one that is late or missing does not leave a gap.
    private const int ScrapesPerStep = 4;
    private const int LeastScrapesPerStep = 2;
    private const int LeastSteps = 2;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private readonly PrometheusOptions _prometheus = new();
    private readonly Option<string?> _query = TextOption.Create("--from-prometheus", "Take the load from Prometheus: a query in requests per second, or default for the stack's own requests.", "query");
    private readonly Option<string?> _range = TextOption.Create("--range", "How much of the recorded load to take. Default: 1d.", "duration");
    private readonly Option<string?> _end = TextOption.Create("--end", "The end of that range, such as 2026-01-31T10:00:00Z. Default: now.", "time");
    private readonly Option<string?> _step = TextOption.Create("--step", "The time between values. Default: 1m, at least four scrape intervals.", "duration");

    // Unix times begin in 1970, and the longest range takes a year of it.
    private const int EarliestYear = 1980;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_query, _range, _end, _step])
        {
            command.Options.Add(option);
        }

        _prometheus.AddTo(command);
    }

    /// <summary>Whether the load is to come from a Prometheus. Notes options that have no effect then, or only then.</summary>
    public bool IsGiven(ParseResult arguments, ICollection<SettingsProblem> problems)
    {
        var isGiven = arguments.GetValue(_query) is not null;
        var (names, wrong, right) = isGiven
            ? ((string[])["--traffic"], $"does not go with {_query.Name}", $"leave out one of them")
            : ([_range.Name, _end.Name, _step.Name, .. _prometheus.Names], $"has no effect without {_query.Name}", $"add {_query.Name} default, or leave it out");
        foreach (var name in names)
        {
            if (arguments.Given(name) is { } result)
            {
                problems.Add(SettingsProblem.Create(name, wrong, Quoted.Text(string.Join(' ', result.Tokens.Select(token => token.Value))), right));
            }
        }

        return isGiven;
    }

    /// <summary>Asks the Prometheus for the load.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="stack">The stack's options.</param>
    /// <param name="configuration">The stack's name and settings.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="time">The clock.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public async Task<SimulatedTraffic?> ReadAsync(
        ParseResult arguments,
        StackOptions stack,
        (string Name, StackSettings Settings) configuration,
        GapRule gaps,
        TimeProvider time,
        ICollection<SettingsProblem> problems,
        CancellationToken cancellationToken)
    {
        var traffic = Read(new OptionReader(arguments, problems), configuration.Name, configuration.Settings, stack.Query, time);
        var choice = _prometheus.Read(arguments, problems);
        if (traffic is null || problems.Count > 0)
        {
            return null;
        }

        var endpoint = new StackEndpoint(PulumiCli.OnPath, stack.Directory(arguments), stack.Name(arguments));
        if (await choice.ResolveAsync(null, endpoint, problems, cancellationToken) is not { } options)
        {
            return null;
        }

        using var client = PrometheusChoice.Connect(options);
        return await traffic.ReadAsync(client, gaps, problems, cancellationToken);
    }

    private PrometheusTraffic? Read(OptionReader reader, string stack, StackSettings settings, RequestRateQuery? own, TimeProvider time)
    {
        var scrape = settings.Scaling.ScrapeInterval;
        var isOwn = reader.Text(_query) == OwnRequests;
        var step = reader.Duration(_step, isOwn ? LeastScrapesPerStep * scrape : TimeSpan.FromSeconds(1), _day)
            ?? (ScrapesPerStep * scrape > _minute ? ScrapesPerStep * scrape : _minute);
        var range = reader.Duration(_range, LeastSteps * step, ScenarioValidation.LongestRun) ?? (_day > LeastSteps * step ? _day : LeastSteps * step);
        if (reader.Text(_query) is not { Length: > 0 } query)
        {
            reader.Problems.Add(SettingsProblem.Create(_query.Name, "is empty", "\"\"", "write a query in requests per second, or default for the stack's own requests"));
            return null;
        }

        if (End(reader, time) is not { } end)
        {
            return null;
        }

        return new PrometheusTraffic
        {
            Source = isOwn ? "recorded by Prometheus" : query,
            Query = isOwn ? OwnQuery(stack, settings, own, step) : query,
            End = end,
            Range = range,
            Step = step,
            LooksBack = isOwn,
        };
    }

    // A rate over just one step: no request is counted twice, and none is left out.
    private static string OwnQuery(string stack, StackSettings settings, RequestRateQuery? own, TimeSpan step)
    {
        if (own is not null)
        {
            return (own with { Window = step }).ToString();
        }

        var cluster = new ResourceNames(settings, stack).ClusterLabel;
        return SampleAppMonitor.Query(cluster, settings.Workload.Namespace, step).ToString();
    }

    private DateTimeOffset? End(OptionReader reader, TimeProvider time)
    {
        if (reader.Text(_end) is not { } text)
        {
            return time.GetUtcNow();
        }

        const string Right = "write a date such as 2026-01-31T10:00:00Z";
        if (text is not [_, _, _, _, '-', _, _, '-', ..]
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
        {
            return reader.Reject<DateTimeOffset>(_end, "is not a time", text, Right);
        }

        return end.Year >= EarliestYear
            ? end.ToUniversalTime()
            : reader.Reject<DateTimeOffset>(_end, "is long before there was a Prometheus", text, Right);
    }
}

using System.CommandLine;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Load;

namespace KedaStack.Cli.Options.Load;

/// <summary>The options that say what load comes: one that is described, or what a Prometheus has recorded.</summary>
/// <param name="isSeveral">Whether several loads can be given, and one has to be.</param>
internal sealed class LoadOptions(bool isSeveral = false)
{
    private readonly TrafficOptions _traffic = new(isSeveral);
    private readonly PrometheusTrafficOptions _prometheus = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _traffic.AddTo(command);
        _prometheus.AddTo(command);
    }

    /// <summary>The loads that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="stack">The stack's options.</param>
    /// <param name="configuration">The stack, which is valid.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    public async Task<IReadOnlyList<SimulatedTraffic>> ReadAsync(
        ParseResult arguments,
        StackOptions stack,
        StackConfiguration configuration,
        List<SettingsProblem> problems,
        ProgressLine progress,
        CancellationToken cancellationToken)
    {
        var settings = configuration.Result.Settings!;
        if (!_prometheus.IsGiven(arguments, problems))
        {
            return [.. _traffic.ReadAll(arguments, problems, progress, cancellationToken).Select(load => LoadQuestion.Of(load, settings.Scaling))];
        }

        _traffic.RefuseForRecordings("a file", arguments, problems);
        var gaps = _traffic.Gaps(arguments, problems);
        var traffic = await _prometheus.ReadAsync(
            arguments, stack, (configuration.Stack, settings), gaps, TimeProvider.System, problems, cancellationToken);
        return traffic is null ? [] : [LoadQuestion.Of(_traffic.Complete(arguments, traffic, problems), settings.Scaling)];
    }
}

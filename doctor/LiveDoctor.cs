using KedaStack.Doctor.Azure.Reading;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Upgrades;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Doctor;

/// <summary>Looks at a live cluster.</summary>
/// <param name="reader">Asks it.</param>
/// <param name="source">How it is called.</param>
/// <param name="why">Why this one.</param>
/// <param name="ns">The namespace.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveDoctor(IApiReader reader, string source, string why, string ns, TimeProvider time)
{
    // How old the series are; what there is instead, and whether the targets are scraped.
    private const int MostRounds = 2;

    private static readonly TimeSpan _azureAge = TimeSpan.FromMinutes(1);

    private (DateTimeOffset At, IReadOnlyList<ClusterAnswer> Answers)? _azure;

    /// <summary>The ScaledObject, or HPA, that alone is meant; null for all.</summary>
    public string? ScaledObject { get; init; }

    /// <summary>The Prometheus that is asked beside KEDA; null for the one inside the cluster, or a managed workspace.</summary>
    public PrometheusAddress? Prometheus { get; init; }

    /// <summary>Gives what asks Azure, where the cluster is AKS; null not to ask it.</summary>
    public Func<AzureCloud, IApiReader>? Azure { get; init; }

    /// <summary>The cluster's id in Azure; null to find it by a node.</summary>
    public ArmId? ClusterId { get; init; }

    /// <summary>How long one look may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Looks at what an upgrade of the cluster breaks.</summary>
    /// <param name="to">The minor version of Kubernetes 1 after the upgrade.</param>
    /// <param name="isWhole">Whether all namespaces are meant, and not this one.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report and all answers; null after a problem.</returns>
    public async Task<(UpgradeReport Report, AnswerSet Answers)?> LookAheadAsync(int to, bool isWhole, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        var (answers, read) = await new ReadPlan(reader, Timeout, time).ReadUpgradeAsync(isWhole ? null : ns, ns, cancellationToken).ConfigureAwait(false);
        return UpgradeReport.Of(answers, to, read, source, why, problems) is { } report ? (report, answers) : null;
    }

    /// <summary>Looks once.</summary>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report and all answers; null after a problem.</returns>
    public async Task<(DoctorReport Report, AnswerSet Answers)?> LookAsync(ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var answers = await new ReadPlan(reader, Timeout, time).ReadAsync(ns, ScaledObject, cancellationToken).ConfigureAwait(false);
        var left = Timeout - (time.GetUtcNow() - start);
        if (left > TimeSpan.Zero)
        {
            var azure = AzureAsync(answers.Copy(), left, cancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(left);
            try
            {
                await QueryReads.AddAsync(answers, ns, Prometheus, left, time, limit.Token).ConfigureAwait(false);
                for (var round = 0; round < MostRounds && SeriesReads.Wanted(answers, ns, ScaledObject) is { Count: > 0 } wanted; round++)
                {
                    await QueryReads.AddAsync(answers, wanted, reader, Prometheus, left, time, limit.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Prometheus was not asked in time, and is not read.
            }

            foreach (var answer in await azure.ConfigureAwait(false))
            {
                answers.Add(answer);
            }
        }

        return DoctorReport.Of(answers, ns, ScaledObject, source, why, time.GetUtcNow(), problems) is { } report ? (report, answers) : null;
    }

    /// <summary>What Azure says. It changes seldom, and looks may come every few seconds.</summary>
    private async Task<IReadOnlyList<ClusterAnswer>> AzureAsync(AnswerSet answers, TimeSpan left, CancellationToken cancellationToken)
    {
        if (Azure is null || (_azure is { } last && time.GetUtcNow() - last.At < _azureAge))
        {
            return _azure?.Answers ?? [];
        }

        var read = await new AzureLook(reader, Azure, ClusterId, time).ReadAsync(answers, ns, ScaledObject, left, cancellationToken).ConfigureAwait(false);
        _azure = read.Any(answer => ArmPath.Is(answer.Path) && answer.IsOk) ? (time.GetUtcNow(), read) : null;
        return read;
    }
}

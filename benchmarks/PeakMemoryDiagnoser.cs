using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace KedaStack.Benchmarks;

/// <summary>The most memory that the process of a benchmark ever had, BenchmarkDotNet's own share included.</summary>
public sealed class PeakMemoryDiagnoser : IDiagnoser
{
    private readonly Dictionary<BenchmarkCase, long> _peaks = [];

    /// <inheritdoc/>
    public IEnumerable<string> Ids => [nameof(PeakMemoryDiagnoser)];

    /// <inheritdoc/>
    public IEnumerable<IExporter> Exporters => [];

    /// <inheritdoc/>
    public IEnumerable<IAnalyser> Analysers => [];

    /// <inheritdoc/>
    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    /// <inheritdoc/>
    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        if (signal == HostSignal.AfterActualRun)
        {
            parameters.Process.Refresh();
            _peaks[parameters.BenchmarkCase] = parameters.Process.PeakWorkingSet64;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Metric> ProcessResults(DiagnoserResults results)
    {
        if (_peaks.TryGetValue(results.BenchmarkCase, out var peak))
        {
            yield return new Metric(PeakMemory.Instance, peak);
        }
    }

    /// <inheritdoc/>
    public void DisplayResults(ILogger logger)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private sealed class PeakMemory : IMetricDescriptor
    {
        public static readonly PeakMemory Instance = new();

        public string Id => nameof(PeakMemory);

        public string DisplayName => "Peak memory";

        public string Legend => "The most memory that the process ever had";

        public string NumberFormat => "N0";

        public UnitType UnitType => UnitType.Size;

        public string Unit => "B";

        public bool TheGreaterTheBetter => false;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(Metric metric) => true;
    }
}

using System.Globalization;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;

namespace KedaStack.Local.Load;

/// <summary>One load generator: a process with a fixed rate.</summary>
internal sealed class LoadGenerator : IDisposable
{
    // The script's own timeout for a request is 5 s; it gives up twice that and a second after its end.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(15);
    private const string ReportSeconds = "3600";

    private readonly ChildProcess _process;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile GeneratorReport? _total;
    private volatile bool _hasLived;

    /// <summary>Starts a generator.</summary>
    /// <param name="host">Where processes are started.</param>
    /// <param name="template">The generators.</param>
    /// <param name="scriptPath">The path of the script.</param>
    /// <param name="target">The address of the Service.</param>
    /// <param name="rate">Its rate in requests per second.</param>
    /// <param name="number">Its number in the run.</param>
    /// <exception cref="LocalRunException">The system has no room for another process.</exception>
    public LoadGenerator(ProcessHost host, GeneratorTemplate template, string scriptPath, Uri target, decimal rate, int number)
    {
        Rate = rate;
        Name = FormattableString.Invariant($"{template.Name}-{number}");
        var environment = new Dictionary<string, string>(template.Environment)
        {
            ["TARGET_URL"] = target.ToString(),
            ["RATE_PER_SECOND"] = rate.ToString("0.###", CultureInfo.InvariantCulture),
            ["OUTPUT_FORMAT"] = "json",
            ["REPORT_SECONDS"] = ReportSeconds,
            ["DURATION_SECONDS"] = "0",
            ["STOP_ON_STDIN_EOF"] = "1",
        };
        _process = ChildProcess.Start(host, [scriptPath], environment, Name, OnLine);
        Ended = EndAsync();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its rate in requests per second.</summary>
    public decimal Rate { get; }

    /// <summary>Ends when it sends its first request, or when it could not.</summary>
    public Task Started => _started.Task;

    /// <summary>Its account once it has ended; null when it was killed and could not give one.</summary>
    public Task<GeneratorReport?> Ended { get; }

    /// <summary>Whether it was asked to end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether it got as far as sending requests.</summary>
    public bool HasLived => _hasLived;

    /// <summary>What is wrong with it, by its own word.</summary>
    public string LastErrors => _process.LastErrors();

    /// <summary>No more requests are started; those under way are waited for.</summary>
    public async Task StopAsync()
    {
        IsStopped = true;
        // Before that it would die of the signal without an account.
        await Started;
        _process.Terminate();
        if (!await Ended.IsWithinAsync(_timeout, TimeProvider.System))
        {
            _process.Kill();
            await Ended;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private void OnLine(string line)
    {
        var report = GeneratorReport.TryParse(line);
        if (report?.Event == GeneratorReport.Start)
        {
            _hasLived = true;
            _started.TrySetResult();
        }
        else if (report?.Event == GeneratorReport.Total)
        {
            _total = report;
        }
    }

    private async Task<GeneratorReport?> EndAsync()
    {
        await _process.Exited;
        _started.TrySetResult();
        return _total;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>
/// A Prometheus server that the run starts on a free port of the loopback address, with its data in the run's directory. It
/// is started again when it dies.
/// </summary>
internal sealed class OwnPrometheus : PrometheusServer
{
    private const string Subject = "prometheus";
    private const int PortTries = 5;

    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _roomPoll = TimeSpan.FromSeconds(1);

    private readonly ProcessHost _host;
    private readonly OwnPrometheusOptions _options;
    private readonly IReadOnlyList<string> _flags;
    private readonly RunLog _log;
    private readonly TargetFile _file;
    private readonly PrometheusLog _output;
    private readonly Uri _address;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private volatile ChildProcess? _process;
    private volatile bool _wasReady;

    private OwnPrometheus(ProcessHost host, OwnPrometheusOptions options, IReadOnlyList<string> flags, TargetFile file, RunLog log, int port)
        : base(PrometheusAddress.Read(Address(port)).Address!, options.Query, options.MostReplicas, file.Write, log)
    {
        (_host, _options, _flags, _file, _log) = (host, options, flags, file, log);
        _file.Write([]);
        _output = new PrometheusLog(log, DataDirectory);
        MakeRoom();
        _address = new Uri(Address(port));
        _running = KeepRunningAsync(host.Directory.Write("prometheus.json", PrometheusCommand.Configuration(options.Query.Interval, _file.Path)), port);
    }

    /// <inheritdoc/>
    public override LocalMetrics Description => new(
        LocalMetricsKind.OwnServer, $"Metrics: {_options.Program} at {_address}, its data in {DataDirectory} until the end.", true, _address, _process?.Id);

    private string DataDirectory => _options.DataDirectory ?? _host.Directory.PathOf("prometheus");

    /// <summary>Starts a server; returns when it answers.</summary>
    /// <exception cref="LocalRunException">It does not start.</exception>
    public static async Task<OwnPrometheus> StartAsync(
        ProcessHost host, OwnPrometheusOptions options, RunLog log, CancellationToken cancellationToken)
    {
        var flags = await PrometheusCommand.FlagsAsync(options.Program, cancellationToken);
        var file = new TargetFile(
            host.Directory.PathOf("targets.json"), host.Directory.PathOf("targets.json.new"), options.Template, options.Query.Labels);
        for (var tries = 1; ; tries++)
        {
            var server = new OwnPrometheus(host, options, flags, file, log, options.Port?.Invoke() ?? FreePort());
            try
            {
                await server.AnswerAsync(cancellationToken);
                return server;
            }
            catch (LocalRunException) when (server._output.IsPortInUse && tries < PortTries)
            {
                // Somebody was faster; another one then.
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public override async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        if (await WaitForTargetsAsync(_startLimit, cancellationToken) is { } reason)
        {
            throw new LocalRunException($"{_options.Program}: did not learn of the replicas in {_file.Path} ({reason}): {_output.Explanation}");
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // Its data goes with the run, so there is nothing for it to finish.
        _process?.Kill();
        await _running;
        await base.DisposeAsync();
        _end.Dispose();
    }

    private void MakeRoom()
    {
        try
        {
            Directory.CreateDirectory(DataDirectory);
        }
        catch (Exception exception) when (UnwritableFile.Is(exception))
        {
            throw UnwritableFile.Of(DataDirectory, exception);
        }

        if (PrometheusLog.HasNoRoom(DataDirectory))
        {
            throw new LocalRunException($"{_options.Program}: does not start: {_output.Explanation}");
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (_running.IsCompleted || TimeProvider.System.GetElapsedTime(began) > _startLimit)
            {
                throw new LocalRunException($"{_options.Program}: does not start: {_output.Explanation}");
            }

            await Task.Delay(_pollInterval, cancellationToken);
        }

        _wasReady = true;
        _log.Note(Subject, "Started", $"Started process {_process?.Id.ToString(CultureInfo.InvariantCulture)}; {_address} answers.");
    }

    private async Task KeepRunningAsync(string configuration, int port)
    {
        var backOff = new RestartBackOff();
        while (!_end.IsCancellationRequested)
        {
            var (began, isFull) = (TimeProvider.System.GetTimestamp(), false);
            using (_process = ChildProcess.Start(_host, PrometheusCommand.Line(_options.Program, configuration, DataDirectory, port, _flags), new Dictionary<string, string>(), null, _output.Read))
            {
                if (_end.IsCancellationRequested)
                {
                    // It was to end while it was started.
                    _process.Kill();
                }

                var exitCode = await _process.Exited;
                if (_end.IsCancellationRequested || !_wasReady)
                {
                    return;
                }

                isFull = PrometheusLog.HasNoRoom(DataDirectory);
                _log.Warn(Subject, isFull ? UnwritableFile.DiskFull : "Died", _output.Death(exitCode, isFull));
            }

            await (isFull ? RoomAsync() : TimeProvider.System.PauseAsync(backOff.Next(TimeProvider.System.GetElapsedTime(began)), _end.Token));
        }
    }

    private async Task RoomAsync()
    {
        while (PrometheusLog.HasNoRoom(DataDirectory) && await TimeProvider.System.PauseAsync(_roomPoll, _end.Token))
        {
            // Without room it would only die again.
        }
    }

    private static string Address(int port) => FormattableString.Invariant($"http://{IPAddress.Loopback}:{port}/");

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

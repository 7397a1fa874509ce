using System.Globalization;
using System.Net;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;

namespace KedaStack.Local.Pods;

/// <summary>One process of a replica, from its start to its end.</summary>
internal sealed class Container : IDisposable
{
    private const string ListeningLine = "listening on ";
    private const string ServedLine = "served ";

    private readonly ChildProcess _process;
    private readonly Lazy<Task<ContainerEnd>> _end;
    private volatile bool _hasListened;
    private long _served = -1;

    /// <summary>Starts the script.</summary>
    /// <param name="world">What all replicas share.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="name">A name for its files, unique in the run.</param>
    /// <exception cref="LocalRunException">The system has no room for another process.</exception>
    public Container(PodWorld world, IPEndPoint address, string name)
    {
        var environment = new Dictionary<string, string>(world.Template.Environment)
        {
            ["HOST"] = address.Address.ToString(),
            ["PORT"] = address.Port.ToString(CultureInfo.InvariantCulture),
            ["STOP_ON_STDIN_EOF"] = "1",
        };
        _process = ChildProcess.Start(world.Host, [world.ScriptPath], environment, name, OnLine);
        _end = new(EndAsync);
    }

    /// <summary>The number of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>How it ended, once it has.</summary>
    public Task<ContainerEnd> End => _end.Value;

    /// <summary>Asks it to end, and ends it if it does not.</summary>
    /// <param name="grace">How long it may take.</param>
    /// <param name="clock">The clock of that time.</param>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> TerminateAsync(TimeSpan grace, TimeProvider clock)
    {
        _process.Terminate();
        if (await End.IsWithinAsync(grace, clock))
        {
            return true;
        }

        _process.Kill();
        await End;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private void OnLine(string line)
    {
        if (line.StartsWith(ListeningLine, StringComparison.Ordinal))
        {
            _hasListened = true;
        }
        else if (line.StartsWith(ServedLine, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(ServedLine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var served))
        {
            Interlocked.Exchange(ref _served, served);
        }
    }

    private async Task<ContainerEnd> EndAsync()
    {
        var exitCode = await _process.Exited;
        var served = Interlocked.Read(ref _served);
        return new ContainerEnd(exitCode, served >= 0 ? served : _hasListened ? null : 0, _process.LastErrors());
    }
}

/// <summary>How one process of a replica ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and more for a signal.</param>
/// <param name="Served">The requests that it says it served; 0 when it never listened, null when it could not say.</param>
/// <param name="Errors">The end of its standard error.</param>
internal sealed record ContainerEnd(int ExitCode, long? Served, string Errors);

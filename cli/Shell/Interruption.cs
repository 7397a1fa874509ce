using System.Runtime.InteropServices;

namespace KedaStack.Cli.Shell;

/// <summary>
/// Makes the first Ctrl-C, or SIGTERM, ask the command to end, and the second one end the process at once: in between the
/// command cleans up, or writes what it has found so far, which may take its time.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private readonly CancellationTokenSource _asked = new();
    private int _signals;

    /// <summary>Listens until it is disposed of.</summary>
    public Interruption() => _registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _asked.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _asked.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        _asked.Cancel();
    }
}

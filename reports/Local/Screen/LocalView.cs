using System.Threading.Channels;
using KedaStack.Local;

namespace KedaStack.Reports.Local.Screen;

/// <summary>A run on a terminal, live, with keys for the load.</summary>
internal static class LocalView
{
    /// <summary>Shows a run until it has ended; what was on the screen before comes back then, whatever happens.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Where its page is; null for none.</param>
    /// <param name="screen">The terminal.</param>
    public static async Task RunAsync(ILocalRun run, Uri? page, IScreen screen)
    {
        using var ended = new CancellationTokenSource();
        using var painter = new ScreenPainter(screen);
        // A process that is ended from elsewhere still leaves a terminal that can be used.
        AppDomain.CurrentDomain.ProcessExit += Restore;
        var keys = screen.Keys is { } pressed ? SteerAsync(run, pressed, ended.Token) : Task.CompletedTask;
        try
        {
            await foreach (var snapshot in run.WatchAsync(CancellationToken.None))
            {
                var size = screen.Size;
                painter.Paint(ScreenFrame.Lines(run, snapshot, page, screen, size), size);
            }
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= Restore;
            await ended.CancelAsync();
            await keys.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Restore(object? sender, EventArgs arguments) => painter.Dispose();
    }

    private static async Task SteerAsync(ILocalRun run, ChannelReader<char> keys, CancellationToken cancellationToken)
    {
        await foreach (var key in keys.ReadAllAsync(cancellationToken))
        {
            switch (key)
            {
                // Where + is, there = is without Shift.
                case '+' or '=':
                    run.MoreLoad();
                    break;
                case '-' or '_':
                    run.LessLoad();
                    break;
                case 'q' or 'Q':
                    run.Stop();
                    break;
                default:
                    break;
            }
        }
    }
}

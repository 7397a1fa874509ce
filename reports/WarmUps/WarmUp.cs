namespace KedaStack.Reports.WarmUps;

/// <summary>
/// A run that nobody sees. Most of a short command's time goes into compiling what it calls: what has run on another
/// core while the settings are read has been compiled by then.
/// </summary>
internal static class WarmUp
{
    /// <summary>Begins in the background, where there is a core to do it on. Nothing waits for its end, and what becomes of it does not matter.</summary>
    /// <param name="run">The run; it must have no effect outside.</param>
    public static void Begin(Func<object> run)
    {
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(run);
        }
    }
}

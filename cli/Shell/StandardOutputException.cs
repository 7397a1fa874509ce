namespace KedaStack.Cli.Shell;

/// <summary>Standard output cannot be written.</summary>
/// <param name="cause">What the system says.</param>
internal sealed class StandardOutputException(Exception cause) : Exception(
    $"standard output: cannot be written (got {Reason(cause)}); make room, or write to another file or pipe", cause)
{
    // A closed stream is an "access denied" whose cause names the reason.
    private static string Reason(Exception cause) => (cause.InnerException ?? cause).Message.TrimEnd('.');
}

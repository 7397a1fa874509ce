using KedaStack.Checks;

namespace KedaStack.Cli.Shell;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The user's input, files or machine are in the way; a message says what and what to do.</summary>
    public const int Failure = 1;

    /// <summary>A check found an error, or a change would be refused; the report says what and what to do.</summary>
    public const int CheckFailed = 2;

    /// <summary>Ctrl-C ended the work early; what was found until then, if anything, has been written.</summary>
    public const int Interrupted = 130;

    /// <summary>What a process ends with whose checks found this.</summary>
    public static int Of(CheckReport report) => report.IsPartial ? Failure : report.Errors > 0 ? CheckFailed : Success;
}

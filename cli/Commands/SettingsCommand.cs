using System.CommandLine;

namespace KedaStack.Cli.Commands;

/// <summary><c>kedastack settings</c></summary>
internal static class SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        _ = terminal;
        return new Command("settings", "x");
    }
}

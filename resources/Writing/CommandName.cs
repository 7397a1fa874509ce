using System.Text.RegularExpressions;

namespace KedaStack.Resources.Writing;

/// <summary>How this command is started here, for the commands that it prints: what is installed is on the PATH, a checkout has a launcher.</summary>
internal static partial class CommandName
{
    private const string Installed = "kedastack";
    private const string Launcher = "KEDASTACK_LAUNCHER";

    /// <summary>Its name: <c>kedastack</c>, or what the launcher says of itself.</summary>
    public static string Current => Environment.GetEnvironmentVariable(Launcher) is { Length: > 0 } launcher ? launcher : Installed;

    /// <summary>A text in which its commands can be copied.</summary>
    /// <param name="text">A text of our own, with commands as they are where it is installed: <c>kedastack check</c>.</param>
    public static string In(string text) => In(text, Current);

    /// <summary>The same for a name of the command.</summary>
    public static string In(string text, string name) => name == Installed ? text : Command().Replace(text, _ => name);

    [GeneratedRegex(@"(?<![\w./-])kedastack(?= (check|doctor|explain|help|local|migrate|preview|render|settings|simulate|tune)\b| <command>| --help)", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}

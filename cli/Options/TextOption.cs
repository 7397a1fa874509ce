using System.CommandLine;

namespace KedaStack.Cli.Options;

/// <summary>Options whose values are read as texts, so that a wrong one is said in our own words.</summary>
internal static class TextOption
{
    /// <summary>An option with one value.</summary>
    /// <param name="name">Its name, with the hyphens.</param>
    /// <param name="description">What it does, with its default.</param>
    /// <param name="helpName">What the help calls its value.</param>
    public static Option<string?> Create(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };
}

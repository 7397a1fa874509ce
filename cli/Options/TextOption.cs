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

    /// <summary>Where the result goes.</summary>
    public static Option<string?> Output() => new("--output", "-o") { Description = "Write to a file instead of standard output.", HelpName = "file" };

    /// <summary>The result for machines.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON instead of text." };

    /// <summary>The option that says which cluster <c>cluster:</c> names.</summary>
    public static Option<string?> Context() => Create("--context", "The kubeconfig's context of cluster:[namespace[/name]]. Default: the current one.", "name");
}

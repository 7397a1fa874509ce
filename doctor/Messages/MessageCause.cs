using System.Text.RegularExpressions;

namespace KedaStack.Doctor.Messages;

/// <summary>What a message of a component means.</summary>
/// <param name="Text">What it holds, as a regular expression.</param>
/// <param name="Link">The link of the chain that it is about.</param>
/// <param name="Means">What it means.</param>
/// <param name="Mend">What to do: a command, with <c>{namespace}</c>, <c>{name}</c>, <c>{operator}</c> (the operator's namespace) and <c>{target}</c> in it.</param>
internal sealed record MessageCause(string Text, string Link, string Means, string Mend)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>Whether a message is this one.</summary>
    public bool Is(string message) => Regex.IsMatch(message, Text, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, _longest);
}

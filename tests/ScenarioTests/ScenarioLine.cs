using System.Text;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>One line of a scenario: <c>[NAME=value ...] kedastack argument ... [&lt; file]</c>.</summary>
/// <param name="Environment">Variables for this command.</param>
/// <param name="Arguments">What follows <c>kedastack</c>.</param>
/// <param name="Input">The file that standard input comes from; null for none.</param>
internal sealed record ScenarioLine(IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments, string? Input)
{
    /// <summary>Splits a line as a shell does, with quotes of both kinds; nothing is expanded.</summary>
    public static ScenarioLine Parse(string line)
    {
        var words = Words(line);
        var command = words.IndexOf("kedastack");
        if (command < 0 || words[..command].Any(word => !word.Contains('=', StringComparison.Ordinal)))
        {
            throw new FormatException($"'{line}' is no command line of a scenario: it begins with kedastack, or with NAME=value and kedastack.");
        }

        var environment = words[..command].Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var arguments = words[(command + 1)..];
        return arguments is [.. var before, "<", var input]
            ? new ScenarioLine(environment, before, input)
            : new ScenarioLine(environment, arguments, null);
    }

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        foreach (var character in line)
        {
            if (quote != '\0' ? character == quote : character is '\'' or '"')
            {
                quote = quote == '\0' ? character : '\0';
                word ??= new StringBuilder();
            }
            else if (quote == '\0' && character == ' ')
            {
                if (word is not null)
                {
                    words.Add(word.ToString());
                    word = null;
                }
            }
            else
            {
                (word ??= new StringBuilder()).Append(character);
            }
        }

        if (quote != '\0')
        {
            throw new FormatException($"'{line}' has a quote that nothing closes.");
        }

        if (word is not null)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}

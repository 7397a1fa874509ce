using System.Text.Json;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Preview;

/// <summary>The stored preview that a diff starts from.</summary>
internal static class EarlierPreview
{
    private const int MostCharacters = 64 << 20;

    /// <summary>Reads the file of <c>--diff</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stack">The stack that is previewed now.</param>
    /// <param name="terminal">Gets the problem, if there is one.</param>
    /// <returns>Null after a problem.</returns>
    public static PreviewDocument? Read(string path, string stack, Terminal terminal)
    {
        var problem = "";
        try
        {
            var document = PreviewDocument.Parse(CappedText.Read(path, MostCharacters));
            if (document.Stack == stack)
            {
                return document;
            }

            problem = $"is a preview of stack {VisibleText.Of(document.Stack)}, and this is stack {stack}; compare a stack with itself";
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = $"is not there; {HowTo(stack)}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"cannot be read ({exception.Message.TrimEnd('.')})";
        }
        catch (JsonException exception)
        {
            problem = $"is not JSON (line {exception.LineNumber + 1}); {HowTo(stack)}";
        }
        catch (FormatException exception)
        {
            problem = $"is not a preview as this version writes it: {VisibleText.Of(exception.Message)}; {HowTo(stack)}";
        }

        terminal.Note($"--diff: {path} {problem}");
        return null;
    }

    private static string HowTo(string stack) => $"write one with: kedastack preview --stack {stack} --json --output <file>";
}

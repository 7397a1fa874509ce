using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Cli.Shell.Files;

/// <summary>
/// The files that a command line names, before anything is read or written: nothing that is read may be written over, whatever
/// it is called, and no name may be empty.
/// </summary>
internal static class NamedFiles
{
    private const string Paths = "path";
    private const string StandardInput = "-";
    private const string Folder = "directory";

    private static readonly string[] _outputs = ["--output", "--report", "--svg", "--k6", "--save"];
    private static readonly string[] _inputs = ["--traffic", "--diff", "--hpa", "--scaled-object", "--offline", "--given"];
    private static readonly string[] _files = ["--diff", "--offline", "--given"];
    private static readonly string[] _extensions = [".yaml", ".yml", ".json"];

    /// <summary>The options that name files to write.</summary>
    public static IReadOnlyList<string> Outputs => _outputs;

    /// <summary>The options that name files to read, besides arguments and the stack.</summary>
    public static IReadOnlyList<string> Inputs => _inputs;

    /// <summary>What is wrong with them.</summary>
    public static IReadOnlyList<SettingsProblem> Problems(ParseResult result)
    {
        var given = result.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).ToList();
        var inputs = given.Where(option => _inputs.Contains(option.Option.Name) && (option.Option.Name != "--scaled-object" || option.Option.HelpName == "file"))
            .SelectMany(option => option.Tokens.Select(token => (Name: option.Option.Name, token.Value)))
            .Concat(result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens.Select(token => (argument.Argument.Name, token.Value))))
            .ToList();
        var outputs = given.Where(option => _outputs.Contains(option.Option.Name) && option.Tokens.Count == 1).ToList();
        var problems = inputs.Concat(outputs.Select(option => (Name: option.Option.Name, option.Tokens[0].Value)))
            .Where(file => file.Name != "--traffic" && file.Value.Trim().Length == 0)
            .Select(file => SettingsProblem.Create(file.Name, "names no file", Quoted.Text(file.Value), "write the name of a file"))
            .ToList();
        problems.AddRange(inputs.Where(file => file.Name == Paths && file.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(file.Value)).Select(file =>
            SettingsProblem.Create(file.Value, "is not an option here", Quoted.Text(file.Value), Nearest(file.Value, result))));
        problems.AddRange(inputs.Where(file => _files.Contains(file.Name) && Directory.Exists(file.Value)).Select(file =>
            SettingsProblem.Create(file.Name, "is a folder", Quoted.Text(file.Value), "name a file")));
        if (problems.Count > 0)
        {
            return problems;
        }

        foreach (var output in outputs.Where(output => output.Option.HelpName != Folder))
        {
            var path = output.Tokens[0].Value;
            if (inputs.Find(input => IsRead(input.Name, input.Value, path)) is { Name: { } reader })
            {
                problems.Add(SettingsProblem.Create(
                    output.Option.Name, !reader.StartsWith('-') ? "names a file that is read" : $"names the file that {reader} reads", Quoted.Text(path), "write to another file"));
            }
            else if (IsOfStack(result, path))
            {
                problems.Add(SettingsProblem.Create(output.Option.Name, "names a file of the stack", Quoted.Text(path), "write to another file"));
            }
        }

        return problems;
    }

    private static string Nearest(string token, ParseResult result) =>
        EditDistance.Nearest(token, result.CommandResult.Command.Options.Where(option => !option.Hidden).Select(option => option.Name)) is { } nearest
            ? $"did you mean {nearest}?"
            : "write one of those that the help lists";

    private static bool IsRead(string reader, string input, string output)
    {
        if (reader != "--traffic" && Directory.Exists(input))
        {
            var folder = RealPath.Of(input).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
            return File.Exists(output) && _extensions.Contains(Path.GetExtension(output), StringComparer.OrdinalIgnoreCase)
                && RealPath.Of(output).StartsWith(folder, RealPath.Comparison);
        }

        return RealPath.AreSame(input == StandardInput ? "/dev/stdin" : input, output);
    }

    // Pulumi.yaml and the file of the stack, of commands that read them.
    private static bool IsOfStack(ParseResult result, string output)
    {
        var names = result.CommandResult.Command.Options.OfType<Option<string>>().ToDictionary(option => option.Name);
        if (!names.TryGetValue("--stack", out var stack) || !names.TryGetValue("--directory", out var directory)
            || result.GetValue(stack) is not { Length: > 0 } name || result.GetValue(directory) is not { Length: > 0 } path)
        {
            return false;
        }

        return RealPath.AreSame(Path.Combine(path, "Pulumi.yaml"), output)
            || RealPath.AreSame(Path.Combine(path, $"Pulumi.{name[(name.LastIndexOf('/') + 1)..]}.yaml"), output);
    }
}

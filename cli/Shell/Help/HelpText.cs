using System.CommandLine;
using System.Globalization;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Shell.Help;

/// <summary>
/// The help of a command: what it does, how it is written with what it requires, examples, and its options in groups, each with
/// its description below it, which every width has room for.
/// </summary>
internal static class HelpText
{
    private const int WidestColumns = 100;
    private const string Example = "Example";

    /// <summary>The help.</summary>
    /// <param name="command">The command.</param>
    /// <param name="widthColumns">The width of the terminal.</param>
    public static string Write(Command command, int widthColumns)
    {
        var page = new TextPage(Math.Min(widthColumns, WidestColumns));
        var lines = (command.Description ?? "").Split('\n');
        foreach (var line in lines.TakeWhile(line => !line.StartsWith(Example, StringComparison.Ordinal)))
        {
            page.Line(line);
        }

        page.Heading("Usage");
        page.Command(Usage(command));
        var examples = lines.SkipWhile(line => !line.StartsWith(Example, StringComparison.Ordinal)).Select(WithoutLabel).ToList();
        if (examples.Count > 0)
        {
            page.Heading(examples.Count == 1 ? "Example" : "Examples");
            examples.ForEach(example => page.Command(CommandName.In(example)));
        }

        Commands(page, command);
        foreach (var argument in command.Arguments)
        {
            page.Heading("Arguments");
            Entry(page, $"<{argument.Name}>", argument.Description);
        }

        Options(page, command);
        return page.ToString();
    }

    private static void Commands(TextPage page, Command command)
    {
        if (command.Subcommands.Count == 0)
        {
            return;
        }

        page.Heading("Commands");
        foreach (var subcommand in command.Subcommands.Where(subcommand => !subcommand.Hidden))
        {
            Entry(page, subcommand.Name, (subcommand.Description ?? "").Split('\n')[0]);
        }

        page.Heading(CommandName.In("kedastack help <command>, or kedastack <command> --help, says more of one."));
    }

    private static void Options(TextPage page, Command command)
    {
        var options = command.Options.Where(option => !option.Hidden).ToList();
        foreach (var group in OptionGroup.All)
        {
            var ofGroup = options.Where(option => OptionGroup.Of(option.Name) == group).OrderBy(option => OptionGroup.Place(option.Name)).ToList();
            if (ofGroup.Count == 0)
            {
                continue;
            }

            page.Heading(group);
            foreach (var option in ofGroup)
            {
                Entry(page, Names(option), $"{option.Description}{Default(option)}");
            }
        }
    }

    private static void Entry(TextPage page, string name, string? description)
    {
        page.Item(name);
        page.Detail(description ?? "");
    }

    private static string Usage(Command command)
    {
        var required = command.Options.Where(IsRequired).Select(option => $"{option.Name} {Value(option)}");
        var arguments = command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>...]" : $"<{argument.Name}>");
        return command is RootCommand
            ? $"{CommandName.Current} <command> [options]"
            : string.Join(' ', [.. (string[])[CommandName.Current, command.Name], .. arguments, .. required, "[options]"]);
    }

    // An option whose description says so is read as a text, so that its absence is said in our own words.
    private static bool IsRequired(Option option) => option.Required || option.Description?.Contains("Required", StringComparison.Ordinal) == true;

    private static string Names(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Append(option.Name).OrderBy(name => name.Length)) + (Value(option) is { Length: > 0 } value ? $" {value}" : "");

    private static string Value(Option option) =>
        option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? "" : $"<{option.HelpName ?? option.Name.TrimStart('-')}>";

    private static string Default(Option option) =>
        option.HasDefaultValue && option.ValueType == typeof(string) && option.GetDefaultValue() is string { Length: > 0 } value
            ? string.Create(CultureInfo.InvariantCulture, $" Default: {value}.")
            : "";

    private static string WithoutLabel(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line.StartsWith(Example, StringComparison.Ordinal) ? line[(colon + 1)..].Trim() : line.Trim();
    }
}

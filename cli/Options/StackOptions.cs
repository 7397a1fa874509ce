using System.CommandLine;
using KedaStack.Checks.Reports;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Cli.Options;

/// <summary>The options that say which stack a command is about.</summary>
internal sealed class StackOptions
{
    private readonly Option<string> _stack = new("--stack", "-s")
    {
        Description = "The stack: Pulumi.<stack>.yaml is read.",
        DefaultValueFactory = _ => "dev",
        HelpName = "name",
    };

    private readonly Option<string[]> _config = new("--config", "-c")
    {
        Description = "A setting that replaces the stack's own; may be repeated.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _directory = CreateDirectory();

    /// <summary>The option for the directory of Pulumi.yaml.</summary>
    public static Option<string> CreateDirectory() => new("--directory")
    {
        Description = "The directory of Pulumi.yaml.",
        DefaultValueFactory = _ => ProjectDirectory.Find(Environment.CurrentDirectory, AppContext.BaseDirectory),
        HelpName = "path",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_stack);
        command.Options.Add(_config);
        command.Options.Add(_directory);
    }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public string Directory(ParseResult arguments) => Path.GetFullPath(arguments.GetRequiredValue(_directory));

    /// <summary>The stack's name as it was given, perhaps with its organization and project.</summary>
    public string Name(ParseResult arguments) => arguments.GetRequiredValue(_stack);

    /// <summary>Where the stack's settings are written.</summary>
    public SettingPlaces Places(ParseResult arguments)
    {
        var file = $"Pulumi.{Name(arguments)[(Name(arguments).LastIndexOf('/') + 1)..]}.yaml";
        var path = Path.Combine(Directory(arguments), file);
        return new SettingPlaces(file, File.Exists(path) ? File.ReadAllLines(path) : []);
    }

    /// <summary>Reads the stack's settings; null when there are problems, which have then been written.</summary>
    public StackConfiguration? Load(ParseResult arguments, Terminal terminal)
    {
        var configuration = Load(arguments, []);
        return terminal.Note(configuration.Result.Problems) ? null : configuration;
    }

    /// <summary>The stack's settings as they are in its files, without those of the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">Its settings with them, which hold where the files alone are invalid.</param>
    public StackSettings InFiles(ParseResult arguments, StackSettings settings) =>
        StackConfiguration.Load(Directory(arguments), arguments.GetRequiredValue(_stack), []).Result.Settings ?? settings;

    /// <summary>Reads the stack's settings with more of them replaced.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="overrides">Assignments <c>key=value</c>, which go before those of the command line.</param>
    public StackConfiguration Load(ParseResult arguments, IEnumerable<string> overrides) => StackConfiguration.Load(
        Directory(arguments), arguments.GetRequiredValue(_stack), [.. arguments.GetRequiredValue(_config), .. overrides]);
}

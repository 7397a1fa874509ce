using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Reports.Settings;

namespace KedaStack.Cli.Settings;

/// <summary><c>kedastack settings</c>: every setting with its default.</summary>
internal static class SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var write = new Option<bool>("--write")
        {
            Description = "Bring the files that are generated from the settings up to date: Pulumi.yaml and docs/settings.md.",
        };
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var directory = StackOptions.CreateDirectory();
        var command = new Command("settings", "List every setting with its default.\nExample: kedastack settings") { write, json, output, directory };
        command.SetAction(arguments =>
        {
            if (arguments.GetValue(write))
            {
                return Write(Path.GetFullPath(arguments.GetRequiredValue(directory)), terminal);
            }

            var file = arguments.GetValue(output);
            return OutputFile.WriteOrShow(
                file,
                arguments.GetValue(json) ? SettingsJson.Write() : SettingsText.Write(terminal.WidthFor(file)),
                terminal);
        });
        return command;
    }

    private static int Write(string root, Terminal terminal)
    {
        foreach (var file in GeneratedFile.All)
        {
            var path = Path.Combine(root, file.Path);
            try
            {
                var text = File.ReadAllText(path);
                var regenerated = file.Regenerate(text);
                if (regenerated != text)
                {
                    File.WriteAllText(path, regenerated);
                    terminal.Note($"Wrote {path}.");
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                terminal.Note($"{file.Path}: cannot be brought up to date ({exception.Message.TrimEnd('.')}); run this in a checkout of KedaStack");
                return ExitCodes.Failure;
            }
        }

        return ExitCodes.Success;
    }
}

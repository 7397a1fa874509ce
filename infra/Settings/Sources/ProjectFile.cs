using KedaStack.Infra.Settings.Problems;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Pulumi.yaml: the project's name and the defaults of its config.</summary>
/// <param name="Project">The name; empty when it could not be read.</param>
/// <param name="Content">The defaults.</param>
internal sealed record ProjectFile(string Project, SourceContent Content)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "Pulumi.yaml";

    public static ProjectFile Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return Unreadable(
                SettingsProblem.Create(FileName, "is not there", $"the directory {directory}", "start in the directory of the project, or name it with --directory"));
        }

        var file = YamlFile.Read(path, "write at least name: and runtime: dotnet");
        if (file.Root is null)
        {
            return Unreadable(file.Problem!);
        }

        return ConfigBlock.Child(file.Root, "name") is YamlScalarNode { Value.Length: > 0 } name
            ? new(name.Value, ConfigBlock.ReadDefaults(file, name.Value))
            : Unreadable(SettingsProblem.Create(FileName, "has no name", "none", "write name: kedastack"));
    }

    private static ProjectFile Unreadable(SettingsProblem problem) => new("", SourceContent.Unreadable(problem));
}

using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Tests.Infra.Settings;

/// <summary>A directory with a Pulumi.yaml and stack files, deleted after the test.</summary>
internal sealed class ProjectDirectory : IDisposable
{
    public ProjectDirectory(string project = "name: kedastack\nruntime: dotnet\n")
    {
        Directory.CreateDirectory(Root);
        Write("Pulumi.yaml", project);
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"kedastack-settings-{Guid.NewGuid():N}");

    public ProjectDirectory Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Root, name), text);
        return this;
    }

    public ProjectDirectory Dev(string text) => Write("Pulumi.dev.yaml", text);

    public StackConfiguration Load(params string[] overrides) => StackConfiguration.Load(Root, "dev", overrides);

    public IReadOnlyList<string> Problems(params string[] overrides) => Given.Lines(Load(overrides).Result);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Settings.Catalogue;

public sealed class GeneratedFileTests
{
    public static TheoryData<string> Paths => [.. GeneratedFile.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void CheckedInFile_IsUpToDate(string path)
    {
        var file = GeneratedFile.All.Single(candidate => candidate.Path == path);
        var text = RepositoryRoot.Read(path).ReplaceLineEndings("\n");
        Assert.True(file.Regenerate(text) == text, $"{path} is out of date; run ./kedastack settings --write.");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Regenerate_Twice_ChangesNothingMore(string path)
    {
        var file = GeneratedFile.All.Single(candidate => candidate.Path == path);
        var once = file.Regenerate("name: x\r\n\r\nrest: y\r\n");
        Assert.StartsWith("name: x\n\nrest: y\n", once, StringComparison.Ordinal);
        Assert.Equal(once, file.Regenerate(once));
    }

    [Fact]
    public void WithConfigBlock_OldBlock_IsReplacedAndTheRestKept()
    {
        var text = PulumiYaml.WithConfigBlock("name: x\nconfig:\n  retired: 1\n\n  retiredToo: 2\n\n# about the template\ntemplate:\n  config:\n    location: {}\n");
        Assert.StartsWith("name: x\nconfig:\n  # Generated", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n# about the template\ntemplate:\n  config:\n    location: {}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("retired", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithTables_OldTables_AreReplacedAndTheRestKept()
    {
        var page = SettingsTable.WithTables("# Settings\n");
        var old = page.Replace("| `threshold` |", "| `thresold` |", StringComparison.Ordinal);
        Assert.NotEqual(page, old);
        Assert.Equal($"{page}\nmore\n", SettingsTable.WithTables($"{old}\nmore\n"));
    }
}

using KedaStack.Resources.Files.Documents;
using KedaStack.Resources.Files.Given;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Files.Given;

public sealed class GivenPathsTests
{
    [Fact]
    public void Folder_TooDeep_IsNamedAndNotLeftOutInSilence()
    {
        using var folder = new TemporaryDirectory();
        var deepest = Enumerable.Repeat("d", DocumentLimits.DeepestFolder + 1).Aggregate(folder.Path, Path.Combine);
        Directory.CreateDirectory(deepest);
        File.WriteAllText(Path.Combine(deepest, "a.yaml"), "a: 1");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(deepest)!, "b.yaml"), "b: 1");

        var given = GivenPaths.Read([folder.Path], TextReader.Null).ToList();

        Assert.Equal(["b: 1", null], given.Select(text => text.Text));
        Assert.Equal(deepest, given[1].Name);
        Assert.StartsWith($"is more than {DocumentLimits.DeepestFolder} folders below", given[1].Problem, StringComparison.Ordinal);
    }
}

using KedaStack.Tests.Shared;

namespace KedaStack.Tests.House;

/// <summary>A folder is one concept, and small enough to be seen at once.</summary>
public sealed class FolderSizeTests
{
    private const int MostFiles = 15;
    private const int MostFilesOfCommand = 7;

    [Fact]
    public void Folders_OfAllProjects_AreSmall()
    {
        var files = SourceFiles().ToList();

        Assert.Contains("tests/House/FolderSizeTests.cs", files);
        Assert.Empty(TooLarge(files));
    }

    [Theory]
    [InlineData("scaling/Hpa", 15, 0)]
    [InlineData("scaling/Hpa", 16, 1)]
    [InlineData("cli/Tune", 7, 0)]
    [InlineData("cli/Tune", 8, 1)]
    public void Folder_WithSoManyFiles_IsTooLargeFrom(string folder, int files, int tooLarge) =>
        Assert.Equal(tooLarge, TooLarge(Enumerable.Range(0, files).Select(number => $"{folder}/File{number}.cs").Append($"{folder}/Below/File.cs")).Count());

    /// <summary>The folders that hold too many files, with how many.</summary>
    private static IEnumerable<string> TooLarge(IEnumerable<string> files) => files
        .CountBy(file => file[..file.LastIndexOf('/')])
        .Where(folder => folder.Value > (folder.Key.StartsWith("cli/", StringComparison.Ordinal) ? MostFilesOfCommand : MostFiles))
        .Select(folder => $"{folder.Key} holds {folder.Value} files: give its concepts folders of their own");

    private static IEnumerable<string> SourceFiles() => Directory.GetDirectories(RepositoryRoot.Path)
        .Where(project => Path.GetFileName(project) is var name && !name.StartsWith('.') && name != "bin" && name != "obj")
        .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));
}

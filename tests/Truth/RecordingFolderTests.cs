using System.IO.Compression;
using KedaStack.Tests.Shared;
using KedaStack.Truth.Recordings;

namespace KedaStack.Tests.Truth;

public sealed class RecordingFolderTests
{
    private const long ThreeMegabytes = 3_000_000;

    [Fact]
    public void OwnCopy_HasBothPairsOfVersions_AndIsSmall()
    {
        var files = new RecordingFolder(Loops.OwnCopy).Loops;

        Assert.InRange(files.Count, 25, 35);
        Assert.Equal(2, files.Select(Path.GetDirectoryName).Distinct().Count());
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, ThreeMegabytes);
        Assert.All(files, file => Assert.Equal(Path.GetFileName(file), LoopReader.Read(file).Name + ".json.gz"));
    }

    [Fact]
    public void Choose_NamedFolderWithoutLoops_SaysWhatIsExpected()
    {
        using var folder = new TemporaryDirectory();

        var error = Assert.Throws<DirectoryNotFoundException>(() => RecordingFolder.Choose(folder.Path, Loops.OwnCopy));

        Assert.Contains("KEDASTACK_RECORDINGS names " + folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("loops/<versions>/NAME.json.gz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_Unnamed_TakesTheFirstThatIsThere()
    {
        using var folder = new TemporaryDirectory();

        Assert.Equal(Loops.OwnCopy, RecordingFolder.Choose("", folder.Path, Loops.OwnCopy).FullPath);
        Assert.Throws<DirectoryNotFoundException>(() => RecordingFolder.Choose(null, folder.Path));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"name\": 3}")]
    [InlineData("no json")]
    public void Read_OtherFile_NamesTheFile(string text)
    {
        using var folder = new TemporaryDirectory();
        var path = Path.Combine(folder.Path, "broken.json.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        var error = Assert.Throws<RecordingFormatException>(() => LoopReader.Read(path));

        Assert.StartsWith(path + " is no recording of a loop: ", error.Message, StringComparison.Ordinal);
    }
}

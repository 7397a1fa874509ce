using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks.Files;

/// <summary>Files as the command checks them.</summary>
internal static class CheckedFiles
{
    /// <summary>What is known beside files, unless a test says otherwise.</summary>
    public static FileFacts Facts { get; } = new(IsComplete: false, KedaVersion.Newest, 37);

    /// <summary>Reads one file.</summary>
    public static GivenFiles Read(string yaml)
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(folder.Path, "file.yaml"), yaml);
        var files = GivenFiles.Read([folder.Path], TextReader.Null);
        Assert.Empty(files.Problems);
        return files;
    }

    /// <summary>The graph of one file.</summary>
    public static ResourceGraph Graph(string yaml, FileFacts? facts = null) => Assert.Single(GivenVariants.Of(Read(yaml), facts ?? Facts));

    /// <summary>The report on one file.</summary>
    public static CheckReport Report(string yaml, FileFacts? facts = null) => FileChecks.Run(Read(yaml), facts ?? Facts, _ => true);

    /// <summary>A finding in a line, for messages and comparisons.</summary>
    public static string Shown(Finding finding) => $"{finding.Check.Id} {finding.Resource?.Name} {finding.Path}: {finding.Found} -> {finding.Expected}";
}

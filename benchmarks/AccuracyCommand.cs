using KedaStack.Truth.Recordings;
using KedaStack.Truth.Report;

namespace KedaStack.Benchmarks;

/// <summary>Holds the model against the recordings and writes docs/accuracy.md, from anywhere in the checkout.</summary>
internal static class AccuracyCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "accuracy";

    /// <summary>Measures and writes.</summary>
    /// <param name="output">Told what was done.</param>
    public static int Run(TextWriter output)
    {
        var root = Root();
        var folder = RecordingFolder.Choose(
            Environment.GetEnvironmentVariable(RecordingFolder.Variable),
            Path.Combine(root, "..", "shared", "recordings"),
            Path.Combine(root, "recordings"));
        var loops = AccuracyMeasurement.Run(folder);
        AccuracyMeasurement.Write(loops, Path.Combine(root, "docs"));
        output.WriteLine($"{folder.FullPath}: {loops.Count} loops");
        output.WriteLine(AccuracyDocument.Sentence(AccuracyHeadline.Of(loops)));
        return 0;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KedaStack.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {Environment.CurrentDirectory} has KedaStack.sln.");
    }
}

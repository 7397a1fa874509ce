using KedaStack.Truth.ClosedLoops;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Report;

/// <summary>Measures all loops of a folder and writes the document.</summary>
public static class AccuracyMeasurement
{
    /// <summary>Compares every loop on all levels.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="seeds">The seeds of the runs without phases; 0 for none.</param>
    public static IReadOnlyList<LoopResult> Run(RecordingFolder folder, int seeds = ClosedLoopLevel.Seeds) =>
        [.. folder.Loops.AsParallel().AsOrdered().Select(path => LoopResult.Of(LoopReader.Read(path), seeds))];

    /// <summary>Writes the document, its pictures and its numbers.</summary>
    /// <param name="loops">The loops.</param>
    /// <param name="folder">The folder of the documents.</param>
    public static void Write(IReadOnlyList<LoopResult> loops, string folder)
    {
        File.WriteAllText(Path.Combine(folder, AccuracyDocument.FileName), AccuracyDocument.Text(loops));
        File.WriteAllText(Path.Combine(folder, AccuracyDocument.HeadlineName), AccuracyHeadline.Of(loops).ToJson());
        Directory.CreateDirectory(Path.Combine(folder, AccuracyDocument.PictureFolder));
        foreach (var loop in AccuracyDocument.Shown(loops))
        {
            File.WriteAllText(Path.Combine(folder, AccuracyDocument.Picture(loop)), LoopChart.Svg(loop));
        }
    }
}

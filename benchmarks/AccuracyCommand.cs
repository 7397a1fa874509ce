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
        var folder = Checkout.Recordings();
        var loops = AccuracyMeasurement.Run(folder);
        AccuracyMeasurement.Write(loops, Path.Combine(Checkout.Root, "docs"));
        output.WriteLine($"{folder.FullPath}: {loops.Count} loops");
        output.WriteLine(AccuracyDocument.Sentence(AccuracyHeadline.Of(loops)));
        return 0;
    }
}

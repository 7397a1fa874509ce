using KedaStack.Truth.Lots;
using KedaStack.Truth.Recordings;

namespace KedaStack.Benchmarks;

/// <summary>Finds when the load of the recorded runs was handed out, and writes recordings/lots; it takes all loops of a run.</summary>
internal static class LotsCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "lots";

    /// <summary>Finds and writes.</summary>
    /// <param name="output">Told what was done.</param>
    public static int Run(TextWriter output)
    {
        var folder = Checkout.Recordings();
        RunLots.Write(folder.Loops.Select(LoopReader.Read), Path.Combine(Checkout.Root, "recordings", "lots"));
        output.WriteLine($"recordings/lots: the lots of {folder.Loops.Count} loops of {folder.FullPath}");
        return 0;
    }
}

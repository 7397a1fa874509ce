using KedaStack.Truth.Report;

namespace KedaStack.Cli.Options;

/// <summary>How close the model came to a real control plane, from the numbers of docs/accuracy.md.</summary>
internal static class MeasuredAccuracy
{
    private const string Resource = "accuracy.json";

    /// <summary>A sentence that is printed beside simulated figures.</summary>
    public static string Sentence { get; } = AccuracyDocument.Sentence(Read());

    private static AccuracyHeadline Read()
    {
        using var stream = typeof(MeasuredAccuracy).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return AccuracyHeadline.FromJson(reader.ReadToEnd());
    }
}

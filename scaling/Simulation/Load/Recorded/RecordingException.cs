namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>Ends the reading of a recording from deep inside; becomes the error of <see cref="TrafficRecording"/>.</summary>
internal sealed class RecordingException(RecordingError error) : Exception(error.Wrong)
{
    /// <summary>The error.</summary>
    public RecordingError Error { get; } = error;

    /// <summary>Makes one.</summary>
    public static RecordingException At(TextPlace place, string wrong, ReadOnlySpan<char> got, string right) =>
        new(RecordingError.At(place, wrong, got, right));

    /// <summary>Makes one for a gap.</summary>
    public static RecordingException Gap(TextPlace place, string wrong, ReadOnlySpan<char> got, string right) =>
        new(RecordingError.At(place, wrong, got, right) with { IsGap = true });

    /// <summary>Makes one for a time that is not after the one before.</summary>
    public static RecordingException Order(TextPlace place, string wrong, ReadOnlySpan<char> got, string right) =>
        new(RecordingError.At(place, wrong, got, right) with { IsOrder = true });
}

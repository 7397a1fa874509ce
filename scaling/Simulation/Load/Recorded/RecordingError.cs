namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>Why a recording cannot be used.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters (in JSON, bytes), from 1.</param>
/// <param name="Wrong">What is wrong, such as <c>the load is negative</c>.</param>
/// <param name="Got">What was found, as it stands there, cut to 60 characters.</param>
/// <param name="Right">What would be right, such as <c>write a number from 0 to 100000</c>.</param>
public sealed record RecordingError(long Line, long Column, string Wrong, string Got, string Right)
{
    // Long enough for any number or date, short enough for a message.
    private const int LongestGot = 60;

    /// <summary>Whether it is a gap, which a <see cref="GapRule"/> would fill.</summary>
    public bool IsGap { get; init; }

    /// <summary>Whether the time is not after that of the row above.</summary>
    public bool IsOrder { get; init; }

    internal static RecordingError At(TextPlace place, string wrong, ReadOnlySpan<char> got, string right) =>
        new(place.Line, place.Column, wrong, got.Length > LongestGot ? $"{got[..LongestGot]}..." : got.ToString(), right);
}

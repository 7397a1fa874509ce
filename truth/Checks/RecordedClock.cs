using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>What the clock said: a recording's times count from the begin of its load, but an HPA says by the clock when it scaled last, in whole seconds.</summary>
internal static class RecordedClock
{
    /// <summary>When the load began, to a part of a second.</summary>
    /// <exception cref="RecordingFormatException">No HPA ever scaled.</exception>
    public static DateTimeOffset Begin(RecordedLoop loop)
    {
        // The time was cut to a whole second, and the state was seen some milliseconds after it.
        var begins = loop.HpaStates.Where(state => state.LastScale is not null)
            .Select(state => state.LastScale!.Value.AddMilliseconds(-state.AtMilliseconds)).ToArray();
        return begins.Length == 0
            ? throw new RecordingFormatException($"{loop.FullName}: no HPA scaled, so that nothing says what the clock said.")
            : begins.Max();
    }
}

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

/// <summary>A text over and over, which is nowhere held.</summary>
internal sealed class RepeatingText(string text, long characters) : TextReader
{
    /// <summary>How much was asked for.</summary>
    public long CharactersRead { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var length = (int)Math.Min(count, characters - CharactersRead);
        for (var i = 0; i < length; i++)
        {
            buffer[index + i] = text[(int)((CharactersRead + i) % text.Length)];
        }

        CharactersRead += length;
        return length;
    }
}

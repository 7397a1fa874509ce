using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>Goes through objects and arrays.</summary>
/// <param name="tokens">The text.</param>
/// <param name="expected">What the text should be, for error messages.</param>
internal sealed class JsonFields(JsonTokens tokens, string expected)
{
    /// <summary>The text.</summary>
    public JsonTokens Tokens => tokens;

    /// <summary>Reads each field of the object that begins here.</summary>
    /// <param name="read">Gets the name, and reads the value that begins here to its end.</param>
    /// <exception cref="RecordingException">No object begins here.</exception>
    public void Fields(Action<string> read)
    {
        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw Unexpected("this is not an object");
        }

        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var name = tokens.Text;
            tokens.Read();
            read(name);
        }
    }

    /// <summary>Reads each item of the array that begins here.</summary>
    /// <param name="read">Reads the value that begins here to its end.</param>
    /// <exception cref="RecordingException">No array begins here.</exception>
    public void Items(Action read)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw Unexpected("this is not an array");
        }

        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            read();
        }
    }

    /// <summary>Makes an error of what begins here.</summary>
    public RecordingException Unexpected(string wrong) => RecordingException.At(
        tokens.Place,
        wrong,
        tokens.Type switch
        {
            JsonTokenType.None => "the end of the file",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray or JsonTokenType.EndArray => "an array",
            JsonTokenType.EndObject => "the end of an object",
            JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False => "a value that is no number",
            _ => tokens.Text,
        },
        expected);
}

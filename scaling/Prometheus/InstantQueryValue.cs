namespace KedaStack.Scaling.Prometheus;

/// <summary>The second entry of an element's value, which should be a number in quotes.</summary>
/// <param name="Text">The text; null when it is none.</param>
/// <param name="OtherType">What it is instead, as Go names the type; null for JSON's null.</param>
public readonly record struct InstantQueryValue(string? Text, string? OtherType)
{
    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static InstantQueryValue Of(string text) => new(text, null);
}

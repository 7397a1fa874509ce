namespace KedaStack.Resources.Graph;

/// <summary>An output of the stack.</summary>
/// <param name="Value">Its value; empty when it is secret.</param>
/// <param name="IsSecret">Whether it is secret.</param>
internal sealed record GraphOutput(string Value, bool IsSecret)
{
    /// <summary>What stands for a secret wherever it would be shown.</summary>
    public const string Redacted = "[secret]";

    /// <summary>The value, or <see cref="Redacted"/>.</summary>
    public string Shown => IsSecret ? Redacted : Value;
}

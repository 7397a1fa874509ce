namespace KedaStack.Tests.Infra.Running;

/// <summary>An output of the stack.</summary>
/// <param name="Value">Its value; null when it is not known.</param>
/// <param name="IsSecret">Whether the engine encrypts it.</param>
internal sealed record StackOutput(string? Value, bool IsSecret);

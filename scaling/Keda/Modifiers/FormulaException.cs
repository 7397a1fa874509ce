namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>A formula that cannot be read or computed; the message says what is wrong in a sentence.</summary>
/// <param name="message">The sentence.</param>
public sealed class FormulaException(string message) : Exception(message);

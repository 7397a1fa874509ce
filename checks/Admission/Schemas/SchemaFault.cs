namespace KedaStack.Checks.Admission.Schemas;

/// <summary>What the API server says of a field.</summary>
/// <param name="Path">The field.</param>
/// <param name="Message">Its words.</param>
/// <param name="Expected">What it takes there.</param>
/// <param name="IsUnknown">Whether the field is unknown, which only strict clients are refused for.</param>
internal sealed record SchemaFault(string Path, string Message, string Expected, bool IsUnknown);

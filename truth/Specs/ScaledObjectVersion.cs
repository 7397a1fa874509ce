using System.Text.Json.Nodes;

namespace KedaStack.Truth.Specs;

/// <summary>A ScaledObject from a time on.</summary>
/// <param name="FromMilliseconds">The time.</param>
/// <param name="Spec">Its spec.</param>
/// <param name="Annotations">Its annotations.</param>
public sealed record ScaledObjectVersion(long FromMilliseconds, JsonObject Spec, IReadOnlyDictionary<string, string> Annotations);

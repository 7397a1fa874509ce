using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Views;

/// <summary>An output of a resource that an input is wired to.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The output: <c>clientId</c>.</param>
internal sealed record OutputReference(GraphResource Resource, string Path);

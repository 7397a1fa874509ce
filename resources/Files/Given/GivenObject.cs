using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Files.Given;

/// <summary>A Kubernetes object of a file.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Folder">The folder that its file is in.</param>
internal sealed record GivenObject(GraphResource Resource, string Folder);

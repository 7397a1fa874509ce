namespace KedaStack.Resources.Manifests;

/// <summary>A rendered file.</summary>
/// <param name="Name">Its name, beginning with its place in the order of application.</param>
/// <param name="Text">Its text.</param>
internal sealed record ManifestFile(string Name, string Text);

namespace Pulumi;

/// <summary>Sees a resource before it is registered; a result replaces its args and options.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

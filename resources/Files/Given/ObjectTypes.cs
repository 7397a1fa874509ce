namespace KedaStack.Resources.Files.Given;

/// <summary>The type tokens of objects in files.</summary>
internal static class ObjectTypes
{
    /// <summary>The token of an object, as Pulumi has it; every version of an HPA is one type.</summary>
    /// <param name="apiVersion">The group and version: <c>apps/v1</c>, <c>v1</c>.</param>
    /// <param name="kind">The kind.</param>
    public static string TokenOf(string apiVersion, string kind)
    {
        var version = apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion : $"core/{apiVersion}";
        return kind == "HorizontalPodAutoscaler" && version.StartsWith("autoscaling/", StringComparison.Ordinal)
            ? Objects.ResourceTypes.Autoscaler
            : $"kubernetes:{version}:{kind}";
    }
}

namespace KedaStack.Reports.Writing;

/// <summary>Words of an enumeration as machines see them: <c>scaleUpLimit</c>.</summary>
internal static class MachineName
{
    /// <summary>The word with a small first letter.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

namespace KedaStack.SdkGenerator;

/// <summary>Everything that the facts say about one type.</summary>
internal sealed class ApiType(string name, string kind, string bases, int line)
{
    /// <summary>The full name, such as <c>Pulumi.AzureNative.Resources.ResourceGroup</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The words between <c>type</c> and the name, such as <c>sealed class</c>.</summary>
    public string Kind { get; } = kind;

    public string Bases { get; } = bases;

    public int Line { get; } = line;

    public string ShortName => Name.Substring(Name.LastIndexOf('.') + 1);

    public string Namespace => Name.Substring(0, Name.LastIndexOf('.'));

    /// <summary>The token of a resource; null for any other type.</summary>
    public string? Token { get; set; }

    /// <summary>Properties, output fields and enum values by their name.</summary>
    public SortedDictionary<string, ApiMember> Members { get; } = new(System.StringComparer.Ordinal);

    public List<ApiMethod> Methods { get; } = [];

    /// <summary>Wire names that a resource always sends, with their C# literal.</summary>
    public List<(string Wire, string Literal, int Line)> Constants { get; } = [];

    public bool IsEnum => Kind == "readonly struct";

    public bool IsInvoke => Kind == "static class";

    public bool IsArgs => Bases is "Pulumi.ResourceArgs" or "Pulumi.InvokeArgs";

    public bool IsOutput => Kind == "sealed class" && Bases.Length == 0;

    public ApiMember Member(string name, int line)
    {
        if (!Members.TryGetValue(name, out var member))
        {
            Members.Add(name, member = new ApiMember(name, line));
        }

        return member;
    }
}

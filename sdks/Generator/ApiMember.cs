namespace KedaStack.SdkGenerator;

/// <summary>One property, output field or enum value, put together from the lines that name it.</summary>
internal sealed class ApiMember(string name, int line)
{
    public string Name { get; } = name;

    public int Line { get; } = line;

    /// <summary>The type as the listing prints it; null while only the wire name is known.</summary>
    public string? Type { get; set; }

    /// <summary>The name on the wire, or the wire value of an enum value.</summary>
    public string? Wire { get; set; }

    public bool HasSetter { get; set; }

    public bool Required { get; set; }

    public bool Json { get; set; }

    /// <summary>The C# literal that the constructor assigns.</summary>
    public string? Default { get; set; }
}

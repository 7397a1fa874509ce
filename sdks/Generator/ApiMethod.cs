namespace KedaStack.SdkGenerator;

/// <summary>A constructor or a static method, its parameters as the listing prints them.</summary>
internal sealed class ApiMethod(string name, string parameters, string returns, int line)
{
    public string Name { get; } = name;

    public string Parameters { get; } = parameters;

    public string Returns { get; } = returns;

    public int Line { get; } = line;

    /// <summary>The token that an invoke calls; null for a constructor and for <c>Get</c>.</summary>
    public string? Token { get; set; }
}

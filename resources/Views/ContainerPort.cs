namespace KedaStack.Resources.Views;

/// <summary>A port of a container.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Number">Its number.</param>
/// <param name="Protocol">TCP, which is the default, or UDP.</param>
internal sealed record ContainerPort(string Name, decimal Number, string Protocol = "TCP")
{
    /// <summary>Whether a reference, by name or number, means this port.</summary>
    public bool Is(string? reference) =>
        reference == Name || reference == Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

namespace Pulumi;

/// <summary>How long an operation on a resource may take.</summary>
public sealed class CustomTimeouts
{
    /// <summary>The limit of a create.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>The limit of an update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>The limit of a delete.</summary>
    public TimeSpan? Delete { get; set; }

    internal CustomTimeouts Clone() => new() { Create = Create, Update = Update, Delete = Delete };
}

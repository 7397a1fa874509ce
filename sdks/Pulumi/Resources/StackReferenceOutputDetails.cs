namespace Pulumi;

/// <summary>An output of a stack that is referred to; only one of the two is set.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value of an output that is no secret.</summary>
    public object? Value { get; set; }

    /// <summary>The value of an output that is a secret.</summary>
    public object? SecretValue { get; set; }
}

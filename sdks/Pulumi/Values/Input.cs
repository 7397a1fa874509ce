namespace Pulumi;

/// <summary>A plain value or an <see cref="Output{T}"/>, as the property of an args class takes it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private protected Input(Output<T>? output) => Resolved = output;

    IOutput IInput.Serializable => Serializable;

    internal Output<T> Output => Resolved ??= Resolve();

    private protected Output<T>? Resolved { get; set; }

    private protected virtual IOutput Serializable => Output;

    /// <summary>An input of a plain value.</summary>
    public static implicit operator Input<T>(T value) => new(Pulumi.Output.Create(value));

    /// <summary>An input of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.Output;

    private protected virtual Output<T> Resolve() => throw new InvalidOperationException("An input without a value.");
}

namespace Pulumi;

/// <summary><c>Apply</c> on an input, as on an output.</summary>
public static class InputExtensions
{
    /// <summary>The output of <paramref name="func"/>, called when the value is known.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Apply{T, TResult}(Input{T}?, Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Apply{T, TResult}(Input{T}?, Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Apply{T, TResult}(Input{T}?, Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>The input as an output; no input is an output of the default value.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.Output;
}

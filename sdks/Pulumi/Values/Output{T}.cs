namespace Pulumi;

/// <summary>A value that is there later, with the resources it came from and whether it is a secret.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    private readonly Task<OutputData> _data;

    internal Output(Task<OutputData> data)
    {
        _data = data;
        Deployment.Track(data);
    }

    Task<OutputData> IOutput.Data => _data;

    internal Task<OutputData> Data => _data;

    /// <summary>An output of what the task gives.</summary>
    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputData.OfAsync(value));
    }

    /// <summary>Runs <paramref name="func"/> when the value is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return ValueTuple.Create();
    });

    /// <summary>The output of <paramref name="func"/>, called when the value is known.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Then<TResult>(value => Task.FromResult(OutputData.Of(func(value))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Then<TResult>(value => Output.Create(func(value)).Data);

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Then<TResult>(value => func(value)?.Output.Data);

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => Then<TResult>(value => func(value)?.Data);

    /// <summary>Not the value: an output has none yet when this is called.</summary>
    public override string ToString()
        => "Calling [ToString] on an [Output<T>] is not supported; use Apply or Output.Format to get at its value.";

    private Output<TResult> Then<TResult>(Func<T, Task<OutputData>?> next)
        => new(OutputData.ThenAsync(_data, value => next(OutputData.As<T>(value))));
}

using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes outputs and puts several together.</summary>
public static class Output
{
    /// <summary>An output of a value that is there already.</summary>
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData.Of(value)));

    /// <summary>An output of what the task gives.</summary>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>A secret of a value that is there already.</summary>
    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData.Of(value, isSecret: true)));

    /// <summary>A secret of what the task gives.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => new(OutputData.OfAsync(value, isSecret: true));

    /// <summary>The same output as a secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecret(value, true);

    /// <summary>The same output, no longer a secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => WithSecret(output, false);

    /// <summary>Whether the resolved output is a secret.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>All values, in the order given.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.Output));

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(OutputData.AllAsync(
        outputs.Select(output => output.Data).ToList(),
        values => values.Select(OutputData.As<T>).ToImmutableArray()));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(item1.Output, item2.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.Output, item2.Output, item3.Output);

    /// <summary>All values as one tuple.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => new(OutputData.AllAsync([item1.Data, item2.Data], values => (OutputData.As<T1>(values[0]), OutputData.As<T2>(values[1]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => new(OutputData.AllAsync(
            [item1.Data, item2.Data, item3.Data],
            values => (OutputData.As<T1>(values[0]), OutputData.As<T2>(values[1]), OutputData.As<T3>(values[2]))));

    /// <summary>The interpolated text, culture-invariant, with outputs and inputs in place of their values.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var parts = formattableString.GetArguments().Select(argument => argument switch
        {
            IInput input => input.Serializable.Data,
            IOutput output => output.Data,
            _ => Task.FromResult(OutputData.Of(argument)),
        });
        return new(OutputData.AllAsync(
            parts.ToList(), values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values)));
    }

    private static Output<T> WithSecret<T>(Output<T> output, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new(MarkAsync());

        async Task<OutputData> MarkAsync() => await output.Data.ConfigureAwait(false) with { IsSecret = isSecret };
    }
}

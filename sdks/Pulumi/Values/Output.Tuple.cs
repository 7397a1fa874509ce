namespace Pulumi;

/// <content>Tuples of two to eight outputs.</content>
public static partial class Output
{
    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Input<T1> item1, Input<T2> item2)
        => Tuple(item1.Output, item2.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.Output, item2.Output, item3.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(item1.Output, item2.Output, item3.Output, item4.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Tuple(item1.Output, item2.Output, item3.Output, item4.Output, item5.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Tuple(item1.Output, item2.Output, item3.Output, item4.Output, item5.Output, item6.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Tuple(item1.Output, item2.Output, item3.Output, item4.Output, item5.Output, item6.Output, item7.Output);

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Tuple(item1.Output, item2.Output, item3.Output, item4.Output, item5.Output, item6.Output, item7.Output, item8.Output);

    /// <summary>All values as one tuple.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Output<T1> item1, Output<T2> item2)
        => new(OutputData.AllAsync([item1.Data, item2.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data, item4.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]), OutputData.As<T4>(v[3]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data, item4.Data, item5.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]), OutputData.As<T4>(v[3]), OutputData.As<T5>(v[4]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]), OutputData.As<T4>(v[3]), OutputData.As<T5>(v[4]), OutputData.As<T6>(v[5]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data, item7.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]), OutputData.As<T4>(v[3]), OutputData.As<T5>(v[4]), OutputData.As<T6>(v[5]), OutputData.As<T7>(v[6]))));

    /// <inheritdoc cref="Tuple{T1, T2}(Output{T1}, Output{T2})"/>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => new(OutputData.AllAsync([item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data, item7.Data, item8.Data], v => (OutputData.As<T1>(v[0]), OutputData.As<T2>(v[1]), OutputData.As<T3>(v[2]), OutputData.As<T4>(v[3]), OutputData.As<T5>(v[4]), OutputData.As<T6>(v[5]), OutputData.As<T7>(v[6]), OutputData.As<T8>(v[7]))));
}

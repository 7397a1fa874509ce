namespace Pulumi;

/// <summary>An input that takes either of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>An input of the default value of the first type.</summary>
    public InputUnion()
        : this(Pulumi.Output.Create(default(Union<T0, T1>)))
    {
    }

    private InputUnion(Output<Union<T0, T1>> value)
        : base(value)
    {
    }

    /// <summary>An input of the union.</summary>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(Pulumi.Output.Create(value));

    /// <summary>An input of a value of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Pulumi.Output.Create(Union<T0, T1>.FromT0(value)));

    /// <summary>An input of a value of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Pulumi.Output.Create(Union<T0, T1>.FromT1(value)));

    /// <inheritdoc cref="op_Implicit(T0)"/>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <inheritdoc cref="op_Implicit(T1)"/>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    /// <inheritdoc cref="op_Implicit(Union{T0, T1})"/>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);

    /// <inheritdoc cref="op_Implicit(T0)"/>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <inheritdoc cref="op_Implicit(T1)"/>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));
}

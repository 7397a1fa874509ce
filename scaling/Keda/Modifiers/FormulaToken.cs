namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>A part of a formula: a number, a name, or an operator or bracket.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">The part as it is written.</param>
/// <param name="Place">Its first character, from 1.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Place);

/// <summary>The kinds of parts.</summary>
internal enum FormulaTokenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A name of a trigger, a function or a variable, or a word such as <c>and</c>.</summary>
    Name,

    /// <summary>An operator or a bracket.</summary>
    Symbol,

    /// <summary>The end.</summary>
    End,
}

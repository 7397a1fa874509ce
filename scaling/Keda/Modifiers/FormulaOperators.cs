namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>The operators of formulas: whole numbers stay whole but for a division, everything else is a float64 (expr, vm/runtime).</summary>
internal static class FormulaOperators
{
    public static object Unary(string @operator, object? value) => (@operator, value) switch
    {
        ("!", _) => !Truth(value, "! "),
        ("+", long or double) => value,
        ("-", long whole) => -whole,
        ("-", double number) => -number,
        _ => throw Mismatch(@operator, value),
    };

    public static object Binary(string @operator, object? left, object? right) => @operator switch
    {
        "&&" => Truth(left, "&&") && Truth(right, "&&"),
        "||" => Truth(left, "||") || Truth(right, "||"),
        "==" => Same(left, right),
        "!=" => !Same(left, right),
        _ => (left, right) switch
        {
            (long first, long second) => Whole(@operator, first, second),
            (long or double, long or double) => Number(@operator, Double(left), Double(right)),
            _ => throw Mismatch(@operator, left, right),
        },
    };

    public static bool Truth(object? value, string where) => value is bool truth
        ? truth
        : throw new FormulaException($"{where.Trim()} needs a truth value, such as a comparison, but got {Kind(value)}");

    public static double Double(object? value) => value switch
    {
        long whole => whole,
        double number => number,
        _ => throw new FormulaException($"a number is needed, but there is {Kind(value)}"),
    };

    public static string Kind(object? value) => value switch
    {
        null => "nil, the value of a trigger that failed",
        long => "a whole number",
        double => "a number",
        bool => "a truth value",
        _ => "a list",
    };

    private static object Whole(string @operator, long left, long right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "%" when right == 0 => throw new FormulaException("the formula divides by zero with %"),
        "%" => left % right,
        _ => Number(@operator, left, right),
    };

    private static object Number(string @operator, double left, double right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "**" or "^" => Math.Pow(left, right),
        "<" => left < right,
        ">" => left > right,
        "<=" => left <= right,
        ">=" => left >= right,
        "%" => throw new FormulaException("% works on whole numbers only, and the value of a trigger is none"),
        _ => throw new FormulaException($"the operator {@operator} is not supported"),
    };

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (long or double, long or double) => Double(left).Equals(Double(right)) && !double.IsNaN(Double(left)),
        (bool first, bool second) => first == second,
        (null, _) or (_, null) => left is null && right is null,
        _ => throw Mismatch("==", left, right),
    };

    private static FormulaException Mismatch(string @operator, params object?[] values) =>
        new($"{@operator} cannot be applied to {string.Join(" and ", values.Select(Kind))}");
}

namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>The functions that formulas use (expr, builtin).</summary>
internal static class FormulaFunctions
{
    private const int Any = int.MaxValue;

    private static readonly Dictionary<string, Function> _functions = new(StringComparer.Ordinal)
    {
        ["max"] = new(1, Any, values => Numbers(values).MaxBy(FormulaOperators.Double)),
        ["min"] = new(1, Any, values => Numbers(values).MinBy(FormulaOperators.Double)),
        ["mean"] = new(1, Any, values => Numbers(values) is { Count: > 0 } numbers ? numbers.Average(FormulaOperators.Double) : 0.0),
        ["median"] = new(1, Any, values => Median([.. Numbers(values).Select(FormulaOperators.Double).Order()])),
        ["sum"] = new(1, 1, values => List(values[0], "sum").Aggregate((object?)0L, (sum, value) => FormulaOperators.Binary("+", sum, value))),
        ["len"] = new(1, 1, values => (long)List(values[0], "len").Count),
        ["abs"] = new(1, 1, values => values[0] is long whole ? Math.Abs(whole) : Math.Abs(FormulaOperators.Double(values[0]))),
        ["ceil"] = new(1, 1, values => Math.Ceiling(FormulaOperators.Double(values[0]))),
        ["floor"] = new(1, 1, values => Math.Floor(FormulaOperators.Double(values[0]))),
        ["round"] = new(1, 1, values => Math.Round(FormulaOperators.Double(values[0]), MidpointRounding.AwayFromZero)),
        ["float"] = new(1, 1, values => FormulaOperators.Double(values[0])),
        ["int"] = new(1, 1, values => values[0] is long whole ? whole : (long)FormulaOperators.Double(values[0])),
    };

    // These take a list and what is asked of each element.
    private static readonly Dictionary<string, Func<IReadOnlyList<object?>, Func<object?, object?>, object?>> _ofElements = new(StringComparer.Ordinal)
    {
        ["count"] = (list, of) => (long)list.Count(item => Holds(of, item, "count")),
        ["filter"] = (list, of) => list.Where(item => Holds(of, item, "filter")).ToList(),
        ["map"] = (list, of) => list.Select(of).ToList(),
        ["sum"] = (list, of) => list.Select(of).Aggregate((object?)0L, (sum, value) => FormulaOperators.Binary("+", sum, value)),
        ["any"] = (list, of) => list.Any(item => Holds(of, item, "any")),
        ["all"] = (list, of) => list.All(item => Holds(of, item, "all")),
        ["none"] = (list, of) => !list.Any(item => Holds(of, item, "none")),
        ["one"] = (list, of) => list.Count(item => Holds(of, item, "one")) == 1,
    };

    /// <summary>The names of the functions.</summary>
    public static IEnumerable<string> Names => _functions.Keys.Union(_ofElements.Keys).Order(StringComparer.Ordinal);

    /// <summary>Whether the second argument of a function is asked of each element.</summary>
    public static bool TakesPredicate(string function) => _ofElements.ContainsKey(function);

    /// <summary>What is wrong with a call; null when nothing is.</summary>
    public static string? Problem(string function, int arguments)
    {
        if (TakesPredicate(function) && arguments == 2)
        {
            return null;
        }

        if (_functions.TryGetValue(function, out var found))
        {
            return arguments < found.Least || arguments > found.Most ? $"{function} has too {(arguments < found.Least ? "few" : "many")} arguments" : null;
        }

        return TakesPredicate(function)
            ? function == "count" && arguments == 1 ? null : $"{function} takes a list and what is asked of each element, such as {function}([a, b], # > 1)"
            : $"the function {function} is not supported; there are {string.Join(", ", Names)}";
    }

    public static object? Call(CallNode call, FormulaScope scope)
    {
        if (call.Arguments.Count == 2 && TakesPredicate(call.Function))
        {
            var list = List(call.Arguments[0].Evaluate(scope), call.Function);
            return _ofElements[call.Function](list, item => call.Arguments[1].Evaluate(scope with { Element = item }));
        }

        var values = call.Arguments.Select(argument => argument.Evaluate(scope)).ToList();
        return call.Function == "count"
            ? (long)List(values[0], "count").Count(item => FormulaOperators.Truth(item, "count"))
            : _functions[call.Function].Of(values);
    }

    private static bool Holds(Func<object?, object?> of, object? item, string function) => FormulaOperators.Truth(of(item), function);

    private static List<object?> List(object? value, string function) => value as List<object?>
        ?? throw new FormulaException($"{function} takes a list such as [a, b], but got {FormulaOperators.Kind(value)}");

    // max, min, mean and median take numbers and lists of them alike.
    private static List<object?> Numbers(IEnumerable<object?> values) =>
        [.. values.SelectMany(value => value is List<object?> list ? Numbers(list) : [value])];

    private static double Median(IReadOnlyList<double> numbers) => numbers.Count == 0 ? 0
        : numbers.Count % 2 == 1 ? numbers[numbers.Count / 2]
        : (numbers[(numbers.Count / 2) - 1] + numbers[numbers.Count / 2]) / 2;

    private sealed record Function(int Least, int Most, Func<IReadOnlyList<object?>, object?> Of);
}

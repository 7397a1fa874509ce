namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>The formula of scalingModifiers: one value from those of the triggers.</summary>
public sealed class Formula
{
    private const string CannotBeFloat = "the formula gives a truth value; write a condition such as a > 1 ? 5 : 0";

    private readonly FormulaNode _root;
    private readonly string[] _names;

    private Formula(string text, FormulaNode root)
    {
        (Text, _root) = (text, root);
        var variables = root.All.OfType<LetNode>().Select(let => let.Name).ToHashSet(StringComparer.Ordinal);
        _names = [.. root.All.OfType<NameNode>().Select(node => node.Name).Where(name => !variables.Contains(name)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The formula as it is written.</summary>
    public string Text { get; }

    /// <summary>The triggers that it names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads a formula and tries it out, as KEDA does.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="triggers">The names of the triggers that it may use: cpu and memory are none of them.</param>
    /// <param name="error">What is wrong, in a sentence; null when nothing is.</param>
    public static Formula? Parse(string text, IReadOnlyCollection<string> triggers, out string? error)
    {
        error = null;
        try
        {
            var formula = new Formula(text, FormulaParser.Parse(text));
            if (formula._names.FirstOrDefault(name => !triggers.Contains(name)) is { } unknown)
            {
                error = $"unknown name {unknown}; the triggers are named {(triggers.Count == 0 ? "nothing" : string.Join(", ", triggers))}";
                return null;
            }

            // KEDA compiles with types; the trial takes every branch instead.
            var trial = triggers.ToDictionary(name => name, _ => (object?)-1.0, StringComparer.Ordinal);
            _ = Float(formula._root.Evaluate(new FormulaScope(trial, IsTrial: true)));
            return formula;
        }
        catch (FormulaException exception)
        {
            error = exception.Message;
            return null;
        }
    }

    /// <summary>The value; null when the formula says nil, which only happens with <c>??</c>.</summary>
    /// <param name="values">The triggers' values; null for one that failed, with the fallback behavior <c>scalingModifiers</c>.</param>
    /// <exception cref="FormulaException">The values do not fit: an operation on nil.</exception>
    public double? Evaluate(IReadOnlyDictionary<string, double?> values) => Float(_root.Evaluate(
        new FormulaScope(values.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal))));

    private static double? Float(object? value) => value switch
    {
        null => null,
        bool => throw new FormulaException(CannotBeFloat),
        _ => FormulaOperators.Double(value),
    };
}

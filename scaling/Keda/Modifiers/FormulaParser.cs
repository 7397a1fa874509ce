using System.Globalization;

namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>
/// Reads the part of expr's language that formulas use (expr v1.17, parser/parser.go, parser/operator): arithmetic, comparisons, truth,
/// conditions, lists, and the functions of <see cref="FormulaFunctions"/>. Anything else is refused by name.
/// </summary>
internal sealed class FormulaParser
{
    // What nests deeper was written by no person.
    private const int MostNested = 100;
    private const int UnaryNot = 50;
    private const int UnarySign = 90;

    private static readonly Dictionary<string, int> _precedence = new(StringComparer.Ordinal)
    {
        ["||"] = 10,
        ["&&"] = 15,
        ["=="] = 20,
        ["!="] = 20,
        ["<"] = 20,
        [">"] = 20,
        ["<="] = 20,
        [">="] = 20,
        ["+"] = 30,
        ["-"] = 30,
        ["*"] = 60,
        ["/"] = 60,
        ["%"] = 60,
        ["**"] = 100,
        ["^"] = 100,
        ["??"] = 500,
    };

    private static readonly string[] _comparisons = ["<", ">", "<=", ">="];
    private static readonly string[] _unsupportedWords = ["in", "matches", "contains", "startsWith", "endsWith"];

    private readonly List<FormulaToken> _tokens;
    private int _at;
    private int _nested;
    private bool _isInPredicate;

    private FormulaParser(string formula) => _tokens = FormulaTokens.Of(formula);

    private FormulaToken Current => _tokens[_at];

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormulaException">It is none, or uses what is not supported.</exception>
    public static FormulaNode Parse(string formula)
    {
        var parser = new FormulaParser(formula);
        var node = parser.Expression(0);
        return parser.Current.Kind == FormulaTokenKind.End ? node : throw parser.Unexpected();
    }

    private FormulaNode Expression(int precedence)
    {
        if (++_nested > MostNested)
        {
            throw new FormulaException("the formula is nested too deeply");
        }

        var node = precedence == 0 && Takes("let") ? Let()
            : precedence == 0 && Takes("if") ? If()
            : Operations(precedence);
        _nested--;
        return node;
    }

    private FormulaNode Operations(int precedence)
    {
        var left = Primary();
        var (before, operation) = ("", Operator());
        while (operation is not null && _precedence[operation] >= precedence)
        {
            if (before == "??" && operation != "??")
            {
                throw new FormulaException($"?? and {operation} need brackets around one of them");
            }

            _at++;
            left = _comparisons.Contains(operation)
                ? Comparison(left, operation)
                : new BinaryNode(operation, left, Expression(_precedence[operation] + (operation is "**" or "^" ? 0 : 1)));
            (before, operation) = (operation, Operator());
        }

        return precedence == 0 ? Conditions(left) : left;
    }

    // a < b < c is a < b && b < c.
    private FormulaNode Comparison(FormulaNode left, string operation)
    {
        var right = Expression(_precedence[operation] + 1);
        FormulaNode node = new BinaryNode(operation, left, right);
        while (Operator() is { } next && _comparisons.Contains(next))
        {
            _at++;
            left = right;
            right = Expression(_precedence[next] + 1);
            node = new BinaryNode("&&", node, new BinaryNode(next, left, right));
        }

        return node;
    }

    private FormulaNode Conditions(FormulaNode node)
    {
        while (true)
        {
            if (Takes("?:"))
            {
                node = new ConditionNode(node, node, Expression(0));
            }
            else if (Takes("?"))
            {
                var then = Expression(0);
                Expect(":");
                node = new ConditionNode(node, then, Expression(0));
            }
            else
            {
                return node;
            }
        }
    }

    private LetNode Let()
    {
        var name = Name();
        Expect("=");
        var value = Expression(0);
        Expect(";");
        return new LetNode(name, value, Expression(0));
    }

    private ConditionNode If()
    {
        var condition = Expression(0);
        Expect("{");
        var then = Expression(0);
        Expect("}");
        Expect("else");
        if (Takes("if"))
        {
            return new ConditionNode(condition, then, If());
        }

        Expect("{");
        var otherwise = Expression(0);
        Expect("}");
        return new ConditionNode(condition, then, otherwise);
    }

    private FormulaNode Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case FormulaTokenKind.Number:
                _at++;
                return new NumberNode(Number(token));
            case FormulaTokenKind.Name when token.Text == "not":
            case FormulaTokenKind.Symbol when token.Text == "!":
                _at++;
                return new UnaryNode("!", Expression(UnaryNot));
            case FormulaTokenKind.Symbol when token.Text is "-" or "+":
                _at++;
                return new UnaryNode(token.Text, Expression(UnarySign));
            case FormulaTokenKind.Symbol when token.Text == "(":
                _at++;
                var inner = Expression(0);
                Expect(")");
                return inner;
            case FormulaTokenKind.Symbol when token.Text == "[":
                _at++;
                return new ListNode(Items("]"));
            case FormulaTokenKind.Symbol when token.Text == "#" && _isInPredicate:
                _at++;
                return new ElementNode();
            case FormulaTokenKind.Name:
                return NameOrCall();
            default:
                throw Unexpected();
        }
    }

    private FormulaNode NameOrCall()
    {
        var name = Name();
        if (!Takes("("))
        {
            return name switch
            {
                "nil" => new NothingNode(),
                "true" => new NumberNode(true),
                "false" => new NumberNode(false),
                _ => new NameNode(name),
            };
        }

        var arguments = FormulaFunctions.TakesPredicate(name) ? ListAndPredicate() : Items(")");
        return FormulaFunctions.Problem(name, arguments.Count) is { } problem
            ? throw new FormulaException(problem)
            : new CallNode(name, arguments);
    }

    private List<FormulaNode> ListAndPredicate()
    {
        var arguments = new List<FormulaNode> { Expression(0) };
        if (Takes(","))
        {
            var (outer, braces) = (_isInPredicate, Takes("{"));
            _isInPredicate = true;
            arguments.Add(Expression(0));
            _isInPredicate = outer;
            if (braces)
            {
                Expect("}");
            }
        }

        Expect(")");
        return arguments;
    }

    private List<FormulaNode> Items(string end)
    {
        var items = new List<FormulaNode>();
        while (!Takes(end))
        {
            if (items.Count > 0)
            {
                Expect(",");
                if (Takes(end))
                {
                    break;
                }
            }

            items.Add(Expression(0));
        }

        return items;
    }

    private static object Number(FormulaToken token)
    {
        var text = token.Text.Replace("_", "", StringComparison.Ordinal);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (object)whole
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormulaException($"the formula has {token.Text}, which is no number");
    }

    private string? Operator()
    {
        var text = Current switch
        {
            { Kind: FormulaTokenKind.Name, Text: "and" } => "&&",
            { Kind: FormulaTokenKind.Name, Text: "or" } => "||",
            { Kind: FormulaTokenKind.Symbol, Text: var symbol } => symbol,
            _ => "",
        };
        return Current.Kind == FormulaTokenKind.Name && _unsupportedWords.Contains(Current.Text)
            ? throw new FormulaException($"the operator {Current.Text} is not supported")
            : _precedence.ContainsKey(text) ? text : null;
    }

    private string Name()
    {
        var token = Current;
        if (token.Kind != FormulaTokenKind.Name)
        {
            throw Unexpected();
        }

        _at++;
        return token.Text;
    }

    private bool Takes(string text)
    {
        if (Current.Kind is FormulaTokenKind.End or FormulaTokenKind.Number || Current.Text != text)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Takes(text))
        {
            throw new FormulaException(FormattableString.Invariant($"the formula has {Shown(Current)} at place {Current.Place} where {text} is expected"));
        }
    }

    private FormulaException Unexpected() =>
        new(FormattableString.Invariant($"the formula has {Shown(Current)} at place {Current.Place}, which is not expected there"));

    private static string Shown(FormulaToken token) => token.Kind == FormulaTokenKind.End ? "its end" : token.Text;
}

using System.Text.RegularExpressions;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Queries;

/// <summary>Reads selectors out of a query: no precedence, no types, only what stands where.</summary>
internal sealed class PromQueryReader
{
    private static readonly HashSet<string> _aggregations =
        ["sum", "min", "max", "avg", "group", "stddev", "stdvar", "count", "count_values", "bottomk", "topk", "quantile"];

    private static readonly HashSet<string> _rangeFunctions =
        ["rate", "irate", "increase", "delta", "idelta", "deriv", "changes", "resets", "predict_linear"];

    private static readonly HashSet<string> _withoutArguments =
        ["time", "pi", "minute", "hour", "day_of_month", "day_of_week", "day_of_year", "days_in_month", "month", "year"];

    private static readonly HashSet<string> _groupings = ["by", "without"];
    private static readonly HashSet<string> _lists = ["on", "ignoring", "group_left", "group_right"];
    private static readonly HashSet<string> _operators = ["and", "or", "unless", "bool", "offset", "atan2", "inf", "nan", "start", "end"];

    private readonly List<string> _tokens;
    private readonly List<MetricSelector> _selectors = [];
    private readonly Stack<(char Bracket, string? Function)> _open = new();
    private string? _problem;
    private string? _grouping;
    private bool _aggregates;
    private bool _isOperandComplete;
    private int _at;

    /// <summary>Prepares to read a text.</summary>
    public PromQueryReader(string text)
    {
        _tokens = [.. Token.Matches(text).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token))];
    }

    private string Current => _at < _tokens.Count ? _tokens[_at] : "";

    private string Next => _at + 1 < _tokens.Count ? _tokens[_at + 1] : "";

    /// <summary>Reads the whole text.</summary>
    public PromQuery Read()
    {
        string? pending = null;
        for (; _at < _tokens.Count; _at++)
        {
            switch (Current)
            {
                case "(":
                    _problem ??= _isOperandComplete ? "a ( where an operator should be" : null;
                    _open.Push(('(', pending));
                    pending = null;
                    break;
                case ")":
                    if (!_open.TryPop(out var call))
                    {
                        _problem ??= "a ) without its (";
                    }
                    else if (_tokens[_at - 1] == "(" && call.Function is { } function && !_withoutArguments.Contains(function))
                    {
                        _problem ??= $"{function}() without an argument";
                    }

                    _isOperandComplete = true;
                    break;
                case "{":
                    Select("");
                    break;
                case "[":
                case "]":
                case "}":
                    SubqueryOrProblem();
                    break;
                case var token when IsName(token):
                    pending = Name(token);
                    break;
                case ['"' or '\'' or '`', ..] and { Length: 1 }:
                    _problem ??= "a text without its closing quote";
                    break;
                default:
                    _isOperandComplete = false;
                    break;
            }
        }

        return new PromQuery
        {
            Selectors = _selectors,
            Problem = _problem ?? (_open.Count > 0 ? "a ( without its )" : _selectors.Count == 0 && !_aggregates ? "no metric" : null),
            Aggregates = _aggregates,
            OuterGrouping = IsAggregation(0) ? _grouping : null,
        };
    }

    /// <summary>A name: what it calls, when it calls anything.</summary>
    private string? Name(string name)
    {
        var followsOperand = _isOperandComplete;
        _isOperandComplete = false;
        if (_groupings.Contains(name))
        {
            var list = SkipList();
            if (_open.Count == 0 && (list.Length > 0 || name == "without"))
            {
                _grouping ??= $"{name} ({list})";
            }

            // In front of its arguments, the grouping belongs to the aggregation before it.
            return "sum";
        }

        if (_lists.Contains(name))
        {
            SkipList();
            return null;
        }

        _problem ??= followsOperand && !_operators.Contains(name.ToLowerInvariant()) ? $"{name} where an operator should be" : null;
        if (_aggregations.Contains(name) && (Next == "(" || _groupings.Contains(Next)))
        {
            _aggregates = true;
            return name;
        }

        if (Next == "(")
        {
            _aggregates |= name is "vector" or "absent" or "absent_over_time";
            return name;
        }

        if (!_operators.Contains(name.ToLowerInvariant()))
        {
            Select(name);
        }

        return null;
    }

    private void Select(string name)
    {
        var conditions = new List<LabelCondition>();
        if (name.Length > 0 && Next == "{")
        {
            _at++;
        }

        if (Current == "{")
        {
            for (_at++; _at < _tokens.Count && Current != "}"; _at++)
            {
                if (IsName(Current) && Next is "=" or "!=" or "=~" or "!~" && _at + 2 < _tokens.Count)
                {
                    conditions.Add(new LabelCondition(Current, Next, Unquoted(_tokens[_at + 2])));
                    _at += 2;
                }
                else if (Current != ",")
                {
                    _problem ??= $"{Current} where a label matcher should be";
                }
            }

            if (_at >= _tokens.Count)
            {
                _problem ??= "a { without its }";
            }
        }

        string? range = null;
        if (Next == "[")
        {
            range = _at + 2 < _tokens.Count ? _tokens[_at + 2] : "";
            var isDuration = PrometheusDuration.TryParse(range, out var length) && length > TimeSpan.Zero;
            _problem ??= !isDuration || _at + 3 >= _tokens.Count || _tokens[_at + 3] != "]" ? $"a range that is not a duration: [{range}" : null;
            _at += 3;
        }

        var function = _open.TryPeek(out var open) ? open.Function : null;
        _problem ??= function is not null && _rangeFunctions.Contains(function) && range is null ? $"{function}() of {name} without a range such as [2m]" : null;
        var metric = name.Length > 0 ? name : conditions.FirstOrDefault(condition => condition is { Label: "__name__", Operator: "=" })?.Value ?? "";
        _isOperandComplete = true;
        _selectors.Add(new MetricSelector(metric, conditions, range, function));
    }

    /// <summary>Behind a bracket, <c>[5m:1m]</c> is a subquery.</summary>
    private void SubqueryOrProblem()
    {
        if (Current == "[" && _at > 0 && _tokens[_at - 1] == ")")
        {
            while (_at < _tokens.Count && Current != "]")
            {
                _at++;
            }
        }
        else
        {
            _problem ??= $"a {Current} where none should be";
        }
    }

    private string SkipList()
    {
        var items = new List<string>();
        if (Next == "(")
        {
            for (_at += 2; _at < _tokens.Count && Current != ")"; _at++)
            {
                items.Add(Current);
            }
        }

        return string.Concat(items).Replace(",", ", ", StringComparison.Ordinal);
    }

    private bool IsAggregation(int at)
    {
        if (_tokens.Count == 0 || !_aggregations.Contains(_tokens[at]))
        {
            return false;
        }

        // Nothing follows the arguments but a grouping: then the aggregation is the whole query.
        var depth = 0;
        for (var i = at; i < _tokens.Count; i++)
        {
            depth += _tokens[i] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0 && _tokens[i] == ")" && i + 1 < _tokens.Count && !_groupings.Contains(_tokens[i + 1]) && !_groupings.Contains(_tokens[at + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string token) => token.Length > 0 && (char.IsAsciiLetter(token[0]) || token[0] is '_' or ':');

    private static string Unquoted(string token) =>
        token is ['"' or '\'' or '`', .., _] ? token[1..^1].Replace("\\\\", "\\", StringComparison.Ordinal) : token;

    // Texts, names, numbers and durations, operators of two characters, anything else by itself.
    private static Regex Token => field ??= new("""("(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`|[A-Za-z_:][A-Za-z0-9_:]*|[0-9][0-9A-Za-z.]*|[=!]~|[=!<>]=|\s+|.)""", RegexOptions.CultureInvariant | RegexOptions.Singleline);
}

using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Modifiers;

namespace KedaStack.Tests.Scaling.Keda.Modifiers;

/// <summary>Formulas: what people write in public, and expr's rules (expr v1.17).</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("a + b", 12)]
    [InlineData("(a + b) / 2", 6)]
    [InlineData("1 / 4", 0.25)]
    [InlineData("7 % 4 + a", 5)]
    [InlineData("-a ** 2", -4)]
    [InlineData("2 ** 3 ** 2", 512)]
    [InlineData("2 ^ 3", 8)]
    [InlineData("a * b - 3 * 2", 14)]
    [InlineData("a > b ? a : b", 10)]
    [InlineData("a < 2 ? a + b >= 2 ? 5 : 10 : 0", 0)]
    [InlineData("a > 1 && b > 1 ? 3 : 4", 3)]
    [InlineData("a > 5 or not (b > 50) ? 1 : 2", 1)]
    [InlineData("!(a == 2) ? 1 : 0", 0)]
    [InlineData("1 < a < 3 ? 1 : 0", 1)]
    [InlineData("max(a, b)", 10)]
    [InlineData("max([a, b])", 10)]
    [InlineData("min(a, b, 1)", 1)]
    [InlineData("sum([a, b])", 12)]
    [InlineData("sum([a, b], # * 2)", 24)]
    [InlineData("mean([a, b])", 6)]
    [InlineData("median([a, b, 100])", 10)]
    [InlineData("count([a, b], {# > 5}) > 0 ? 5 : 0", 5)]
    [InlineData("count([a,b],{#>1}) > 1 ? 5 : 0", 5)]
    [InlineData("len(filter([a, b], # > 5))", 1)]
    [InlineData("sum(map([a, b], # + 1))", 14)]
    [InlineData("any([a, b], # > 9) ? 1 : 0", 1)]
    [InlineData("ceil(a / 3) + floor(2.7) + round(2.5) + abs(-1)", 7)]
    [InlineData("if a > 1 { b } else { 0 }", 10)]
    [InlineData("if a > 5 { 1 } else if b > 5 { 2 } else { 3 }", 2)]
    [InlineData("let twice = a * 2; twice + b", 14)]
    [InlineData("float(a)", 2)]
    [InlineData("int(2.9)", 2)]
    [InlineData("1_000 + 1e2 + .5", 1100.5)]
    public void Evaluate_Formula_GivesExprsValue(string text, double expected) => Assert.Equal(expected, Value(text, 2, 10));

    [Theory]
    [InlineData("a ?? b", null, 10.0, 10.0)]
    [InlineData("a ?? b ?? 8", null, null, 8.0)]
    [InlineData("a ?? b", null, null, null)]
    [InlineData("a ?? b", 2.0, null, 2.0)]
    public void Evaluate_FailedTriggers_AreNil(string text, double? a, double? b, double? expected) => Assert.Equal(expected, Value(text, a, b));

    [Fact]
    public void Evaluate_SumWithNil_Fails() => Assert.Equal(
        "+ cannot be applied to nil, the value of a trigger that failed and a number",
        Assert.Throws<FormulaException>(() => Value("a + b", null, 10)).Message);

    [Theory]
    [InlineData("a + c", "unknown name c; the triggers are named a, b")]
    [InlineData("a > b", "the formula gives a truth value; write a condition such as a > 1 ? 5 : 0")]
    [InlineData("a && b ? 1 : 2", "&& needs a truth value, such as a comparison, but got a number")]
    [InlineData("a % 2", "% works on whole numbers only, and the value of a trigger is none")]
    [InlineData("a > 0 ? 1 : a % 2", "% works on whole numbers only, and the value of a trigger is none")]
    [InlineData("a in [1, 2] ? 1 : 0", "the operator in is not supported")]
    [InlineData("sort([a, b])", "the function sort is not supported; there are abs, all, any, ceil, count, filter, float, floor, int, len, map, max, mean, median, min, none, one, round, sum")]
    [InlineData("a +", "the formula has its end at place 4, which is not expected there")]
    [InlineData("a b", "the formula has b at place 3, which is not expected there")]
    [InlineData("(a", "the formula has its end at place 3 where ) is expected")]
    [InlineData("a @ b", "the formula has '@' at place 3, which is not supported")]
    [InlineData("# > 1", "the formula has # at place 1, which is not expected there")]
    [InlineData("abs()", "abs has too few arguments")]
    [InlineData("filter([a])", "filter takes a list and what is asked of each element, such as filter([a, b], # > 1)")]
    [InlineData("a ?? b + 1", "?? and + need brackets around one of them")]
    public void Rejects_Formula(string text, string error)
    {
        Assert.Null(Formula.Parse(text, ["a", "b"], out var actual));
        Assert.Equal(error, actual);
    }

    [Fact]
    public void Rejects_DeepNesting() => Assert.Equal("the formula is nested too deeply", Error(new string('(', 5000) + "a"));

    [Theory]
    [InlineData("a + b", "8", "2", "", null)]
    [InlineData("", "8", "", "", "error ScalingModifiers.Formula is mandatory")]
    [InlineData("a + b", "", "", "", "error validating formula in ScalingModifiers\nformula is given but target is empty")]
    [InlineData("a + b", "x", "", "", "error validating target in ScalingModifiers\nerror converting target for scalingModifiers (string->float) to valid target: strconv.ParseFloat: parsing \"x\": invalid syntax")]
    [InlineData("a + b", "8", "", "Utilization", "error validating target in ScalingModifiers\nerror trigger type is Utilization, but it needs to be AverageValue or Value for external metrics")]
    public void Read_Modifiers_SaysWhatKedaSays(string formula, string target, string activation, string metricType, string? error)
    {
        var modifiers = ScalingModifiers.Read(formula, target, activation, metricType, ["a", "b"], out var actual);

        Assert.Equal(error, actual);
        Assert.Equal(error is null, modifiers is not null);
    }

    [Fact]
    public void ToMetric_Modifiers_IsTheCompositeMetric()
    {
        var modifiers = ScalingModifiers.Read("a", "2.5", "", "Value", ["a"], out _)!;
        var metric = modifiers.ToMetric("app");

        Assert.Equal(("composite-metric", "2500m", MetricTargetType.Value, false), (metric.Name, metric.Target.ToString(), metric.TargetType, modifiers.AllowsFallback));
    }

    [Fact]
    public void Quantity_Value_IsCutToThousandths() => Assert.Equal("1999m", ScalingModifiers.Quantity(1.9999).ToString());

    private static string? Error(string text)
    {
        Formula.Parse(text, ["a", "b"], out var error);
        return error;
    }

    private static double? Value(string text, double? a, double? b) => Formula.Parse(text, ["a", "b"], out var error) is { } formula
        ? formula.Evaluate(new Dictionary<string, double?> { ["a"] = a, ["b"] = b })
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{text}: {error}"));
}

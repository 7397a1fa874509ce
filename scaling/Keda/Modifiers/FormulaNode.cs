namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>A part of a formula that has a value: a number (whole or not), a truth value, a list, or nothing.</summary>
internal abstract record FormulaNode
{
    /// <summary>The value: a <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="List{T}"/> or null.</summary>
    /// <param name="scope">What names stand for.</param>
    /// <exception cref="FormulaException">The values do not fit the operation.</exception>
    public abstract object? Evaluate(FormulaScope scope);

    /// <summary>The parts that it is made of.</summary>
    public virtual IEnumerable<FormulaNode> Parts => [];

    /// <summary>This part and all that it is made of.</summary>
    public IEnumerable<FormulaNode> All => Parts.SelectMany(part => part.All).Prepend(this);
}

/// <summary>What names stand for in one evaluation.</summary>
/// <param name="Values">Triggers and variables.</param>
/// <param name="Element">What <c>#</c> stands for; null outside of a list's predicate.</param>
/// <param name="IsTrial">Whether every branch is evaluated, as a check of the formula does.</param>
internal sealed record FormulaScope(IReadOnlyDictionary<string, object?> Values, object? Element = null, bool IsTrial = false)
{
    public FormulaScope With(string name, object? value) =>
        this with { Values = new Dictionary<string, object?>(Values, StringComparer.Ordinal) { [name] = value } };
}

internal sealed record NumberNode(object Value) : FormulaNode
{
    public override object Evaluate(FormulaScope scope) => Value;
}

internal sealed record NothingNode : FormulaNode
{
    public override object? Evaluate(FormulaScope scope) => null;
}

internal sealed record NameNode(string Name) : FormulaNode
{
    public override object? Evaluate(FormulaScope scope) => scope.Values.GetValueOrDefault(Name);
}

internal sealed record ElementNode : FormulaNode
{
    public override object? Evaluate(FormulaScope scope) => scope.Element;
}

internal sealed record ListNode(IReadOnlyList<FormulaNode> Items) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => Items;

    public override object Evaluate(FormulaScope scope) => Items.Select(item => item.Evaluate(scope)).ToList();
}

internal sealed record UnaryNode(string Operator, FormulaNode Operand) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => [Operand];

    public override object Evaluate(FormulaScope scope) => FormulaOperators.Unary(Operator, Operand.Evaluate(scope));
}

internal sealed record BinaryNode(string Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override object? Evaluate(FormulaScope scope)
    {
        var left = Left.Evaluate(scope);
        var isDecided = Operator switch
        {
            "??" => left is not null,
            "&&" => left is false,
            "||" => left is true,
            _ => false,
        };
        if (isDecided && !scope.IsTrial)
        {
            return left;
        }

        var right = Right.Evaluate(scope);
        return Operator == "??" ? left ?? right : FormulaOperators.Binary(Operator, left, right);
    }
}

internal sealed record ConditionNode(FormulaNode Condition, FormulaNode Then, FormulaNode Else) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => [Condition, Then, Else];

    public override object? Evaluate(FormulaScope scope)
    {
        var condition = FormulaOperators.Truth(Condition.Evaluate(scope), "a condition");
        if (scope.IsTrial)
        {
            _ = (condition ? Else : Then).Evaluate(scope);
        }

        return (condition ? Then : Else).Evaluate(scope);
    }
}

internal sealed record LetNode(string Name, FormulaNode Value, FormulaNode Body) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => [Value, Body];

    public override object? Evaluate(FormulaScope scope) => Body.Evaluate(scope.With(Name, Value.Evaluate(scope)));
}

internal sealed record CallNode(string Function, IReadOnlyList<FormulaNode> Arguments) : FormulaNode
{
    public override IEnumerable<FormulaNode> Parts => Arguments;

    public override object? Evaluate(FormulaScope scope) => FormulaFunctions.Call(this, scope);
}

using KedaStack.Resources.Graph;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Rules;

/// <summary>
/// One rule between the resources of a stack. It reads what the stack became and not the settings, so that it holds
/// however the resources came about.
/// </summary>
/// <param name="info">The rule in words.</param>
internal abstract class Check(CheckInfo info)
{
    /// <summary>The rule in words.</summary>
    public CheckInfo Info { get; } = info;

    /// <summary>Looks for breaches of the rule.</summary>
    /// <returns>None when the rule holds, or when it is about something that the stack does not have.</returns>
    public abstract IEnumerable<Finding> Run(StackView stack);

    /// <summary>A finding.</summary>
    /// <param name="resource">The resource; null for the stack as a whole.</param>
    /// <param name="path">The path of the input; empty for the resource as a whole.</param>
    /// <param name="found">What there is; null for nothing.</param>
    /// <param name="expected">What there should be.</param>
    protected Finding Found(GraphResource? resource, string path, string? found, string expected) => new()
    {
        Check = Info,
        Resource = resource,
        Path = path,
        Found = found ?? "nothing",
        Expected = expected,
    };

    /// <summary>A finding that something is not there, which is no more than an information where only a part was given.</summary>
    protected Finding Absent(GraphResource? resource, string path, string? found, string expected) =>
        Found(resource, path, found, expected) with { IsAbsence = true };
}

using System.Globalization;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Local;

/// <summary>A run as lines for people: decisions and the result on standard output, the rest beside it.</summary>
/// <param name="output">Gets the decisions and the result.</param>
/// <param name="error">Gets the rest.</param>
/// <param name="widthColumns">The width of the result.</param>
internal sealed class TextLines(TextWriter output, TextWriter error, int widthColumns) : IRunLines
{
    /// <inheritdoc/>
    public void Plan(LocalRunPlan plan)
    {
        error.WriteLine($"Traffic {plan.TrafficName}, {(plan.Duration is { } duration ? $"for {Shown.Time((long)duration.TotalMilliseconds)}" : "until it is stopped")}. {plan.SpeedText}");
        error.WriteLine($"Query: {plan.Query}");
    }

    /// <inheritdoc/>
    public void Event(LocalEvent happened)
    {
        // A rescale has a line of its own.
        if (happened.Reason != LocalEvent.Rescale)
        {
            error.WriteLine($"{At(happened.Time)} {(happened.IsWarning ? "Warning " : "")}{happened.Subject}: {happened.Message}");
        }
    }

    /// <inheritdoc/>
    public void Sync(LocalSync sync, LocalSnapshot snapshot)
    {
        // Every step has its line; a sync in between that changes nothing has none.
    }

    /// <inheritdoc/>
    public void Decision(LocalDecision decision)
    {
        var value = decision.Decision.MetricMilli is null ? "" : $" at {Shown.Rate(decision.Decision.MetricMilli.Value)}";
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{At(decision.Time)} {decision.Decision.From} -> {ShownNumber.Replicas(decision.Decision.To)}{value}: {decision.Reason}"));
    }

    /// <inheritdoc/>
    public void Result(LocalRunResult result)
    {
        var page = new TextPage(widthColumns);
        page.Line("");
        foreach (var line in ResultText.Lines(result))
        {
            page.Line(line);
        }

        output.Write(page.ToString());
    }

    private void Write(string line) => output.Write(WordWrap.Text(line, widthColumns) + "\n");

    private static string At(TimeSpan time) => Shown.Time((long)time.TotalMilliseconds).PadLeft(7);
}

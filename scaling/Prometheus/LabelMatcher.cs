using System.Text;

namespace KedaStack.Scaling.Prometheus;

/// <summary>A matcher of a series selector: <c>namespace="keda-demo"</c>.</summary>
/// <param name="Name">The label's name.</param>
/// <param name="Value">The label's value as it is, unescaped; any text.</param>
public sealed record LabelMatcher(string Name, string Value)
{
    /// <summary>How the value is compared: <c>=</c>, <c>!=</c>, or with a regular expression <c>=~</c> or <c>!~</c>.</summary>
    /// <value>The default is <c>=</c>.</value>
    public string Operator { get; init; } = "=";

    /// <summary>The matcher as PromQL, with quotes, backslashes and line breaks of the value escaped.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Name).Append(Operator).Append('"');
        foreach (var character in Value)
        {
            _ = character switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }
}

using System.Text.RegularExpressions;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>A method, constructor or operator, as the listing prints it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Name">Its type and name, without type parameters; a type's conversions are all of one name.</param>
/// <param name="Least">The fewest arguments of a call.</param>
/// <param name="Most">The most arguments of a call.</param>
internal sealed partial record Overload(string Line, string Name, int Least, int Most)
{
    /// <summary>Null for a line that is something else.</summary>
    public static Overload? Parse(string line)
    {
        var signature = line.Split(" -> ")[0];
        if (!signature.EndsWith(')'))
        {
            return null;
        }

        var operation = signature.IndexOf("operator ", StringComparison.Ordinal);
        var open = signature.IndexOf('(', Math.Max(operation, 0));
        var name = signature[..(operation > 0 ? operation : open)].TrimEnd();
        var parameters = Parameters(signature[(open + 1)..^1]).ToList();
        return new Overload(
            line,
            TypeArguments().Replace(name, "").Split(' ')[^1],
            parameters.Count(parameter => !parameter.Contains(" = ", StringComparison.Ordinal) && !parameter.StartsWith("params ", StringComparison.Ordinal)),
            parameters.Any(parameter => parameter.StartsWith("params ", StringComparison.Ordinal)) ? int.MaxValue : parameters.Count);
    }

    /// <summary>Whether one call could mean either.</summary>
    public bool CompetesWith(Overload other) => Name == other.Name && Least <= other.Most && other.Least <= Most;

    /// <summary>The full names of the types in it.</summary>
    public IEnumerable<string> TypeNames() => TypeName().Matches(Line).Select(match => match.Value);

    private static IEnumerable<string> Parameters(string list)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] is '<' or '(' ? 1 : list[i] is '>' or ')' ? -1 : 0;
            if (depth == 0 && list[i] == ',')
            {
                yield return list[start..i];
                start = i + 2;
            }
        }

        if (list.Length > 0)
        {
            yield return list[start..];
        }
    }

    [GeneratedRegex("<[^()]*?>(?=\\.|$)")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"Pulumi\.[\w.]+")]
    private static partial Regex TypeName();
}

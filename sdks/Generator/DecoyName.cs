using System.Text;
using System.Text.RegularExpressions;

namespace KedaStack.SdkGenerator;

/// <summary>The full name of a public type: a nested one has a dot before its own name, a generic one a backtick and its arity.</summary>
internal sealed class DecoyName
{
    private static readonly Regex _form = new(@"^(?<owner>\w+(\.\w+)*)\.(?<name>\w+)(`(?<arity>[1-9]))?$");

    private readonly string _owner;
    private readonly string? _nesting;
    private readonly string _declaration;

    private DecoyName(Match match, Func<string, bool> isType)
    {
        var owner = match.Groups["owner"].Value;
        var name = match.Groups["name"].Value;
        var dot = owner.LastIndexOf('.');
        var isNested = isType(owner);
        (_owner, _nesting) = isNested ? (owner.Substring(0, dot), owner.Substring(dot + 1)) : (owner, null);
        var arity = match.Groups["arity"] is { Success: true } digits ? digits.Value[0] - '0' : 0;
        _declaration = arity == 0 ? name : $"{name}<{string.Join(", ", Enumerable.Range(1, arity).Select(i => $"T{i}"))}>";
        InMetadata = isNested ? $"{owner}+{match.Value.Substring(owner.Length + 1)}" : match.Value;
    }

    /// <summary>The name by which a compilation finds the type.</summary>
    public string InMetadata { get; }

    /// <summary>Null for what is not a name.</summary>
    /// <param name="text">The name as listed.</param>
    /// <param name="isType">Whether a name without its last part is that of a type, not of a namespace.</param>
    public static DecoyName? Parse(string text, Func<string, bool> isType) => _form.Match(text) is { Success: true } match ? new(match, isType) : null;

    /// <summary>Writes an empty class. The class around a nested one is a decoy, too; else the compiler asks for the nested one there.</summary>
    /// <param name="source">What it is appended to.</param>
    /// <param name="message">The literal that a use of the class answers with.</param>
    public void Write(StringBuilder source, string message)
    {
        var type = $"[global::System.Obsolete({message}, error: true)] public partial class {_declaration} {{ }}";
        source.Append($"namespace {_owner} {{ {(_nesting is null ? type : $"partial class {_nesting} {{ {type} }}")} }}\n");
    }
}

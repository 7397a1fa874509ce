using System.Text.RegularExpressions;

namespace KedaStack.SdkGenerator;

/// <summary>Reads the facts of one provider; what it cannot place becomes an error with its line.</summary>
internal sealed class ApiReader
{
    private static readonly Regex _type = new(@"^type (?<kind>[a-z ]+) (?<name>[\w.]+)(?: : (?<bases>.+))?$");
    private static readonly Regex _fact = new(@"^(?<fact>resource|invoke|input|output|enumvalue|default|const) (?<path>[\w.]+) = (?<value>.+)$");
    private static readonly Regex _accessor = new(@"^(?:static )?(?<path>[\w.]+)\.(?<accessor>get|set) -> (?<type>.+)$");
    private static readonly Regex _field = new(@"^readonly (?<path>[\w.]+) -> (?<type>.+)$");
    private static readonly Regex _method = new(@"^(?:static )?(?<path>[\w.]+)\((?<parameters>.*)\) -> (?<type>.+)$");
    private static readonly Regex _inputFlags = new(@"^(?<wire>\S+)(?<required> \[required\])?(?<json> \[json\])?$");

    private readonly Dictionary<string, ApiType> _types = [];

    /// <summary>The lines that were wrong, as zero-based line number and sentence.</summary>
    public List<(int Line, string Problem)> Problems { get; } = [];

    public IReadOnlyList<ApiType> Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (_type.Match(lines[i]) is { Success: true } match)
            {
                var name = match.Groups["name"].Value;
                _types[name] = new ApiType(name, match.Groups["kind"].Value, match.Groups["bases"].Value, i);
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > 0 && !_type.IsMatch(lines[i]))
            {
                Place(lines[i], i);
            }
        }

        foreach (var type in _types.Values)
        {
            CheckComplete(type);
        }

        return _types.Values.OrderBy(type => type.Name, System.StringComparer.Ordinal).ToList();
    }

    private void Place(string text, int line)
    {
        if (_fact.Match(text) is { Success: true } fact)
        {
            PlaceFact(fact, line);
        }
        else if (_accessor.Match(text) is { Success: true } accessor && Owner(accessor, line) is { } owner)
        {
            var member = owner.Type.Member(owner.Member, line);
            if (accessor.Groups["accessor"].Value == "set")
            {
                member.HasSetter = true;
            }
            else
            {
                member.Type = accessor.Groups["type"].Value;
            }
        }
        else if (_field.Match(text) is { Success: true } field && Owner(field, line) is { } result)
        {
            result.Type.Member(result.Member, line).Type = field.Groups["type"].Value;
        }
        else if (_method.Match(text) is { Success: true } method && Owner(method, line) is { Type.IsEnum: false } holder)
        {
            holder.Type.Methods.Add(new ApiMethod(
                holder.Member, method.Groups["parameters"].Value, method.Groups["type"].Value, line));
        }
        else if (!Problems.Any(problem => problem.Line == line))
        {
            Problems.Add((line, $"'{text}' is not a fact in the form of the API listing, or not one that the stand-ins need (docs/pulumi-sdk.md)"));
        }
    }

    private void PlaceFact(Match fact, int line)
    {
        var value = fact.Groups["value"].Value;
        if (fact.Groups["fact"].Value == "resource")
        {
            if (_types.TryGetValue(fact.Groups["path"].Value, out var resource))
            {
                resource.Token = value;
            }
            else
            {
                Problems.Add((line, $"there is no 'type' line for the resource {fact.Groups["path"].Value}"));
            }

            return;
        }

        if (Owner(fact, line) is not { } owner)
        {
            return;
        }

        switch (fact.Groups["fact"].Value)
        {
            case "const":
                owner.Type.Constants.Add((owner.Member, value, line));
                break;
            case "default":
                owner.Type.Member(owner.Member, line).Default = value;
                break;
            case "invoke":
                // 'invoke' sorts before 'static', so the methods are not known yet.
                owner.Type.Member(owner.Member, line).Wire = value;
                break;
            case "input" when _inputFlags.Match(value) is { Success: true } flags:
                var input = owner.Type.Member(owner.Member, line);
                input.Wire = flags.Groups["wire"].Value;
                input.Required = flags.Groups["required"].Success;
                input.Json = flags.Groups["json"].Success;
                break;
            case "output" or "enumvalue":
                owner.Type.Member(owner.Member, line).Wire = value;
                break;
            default:
                Problems.Add((line, $"'{value}' is not a wire name with [required] and [json] behind it"));
                break;
        }
    }

    private (ApiType Type, string Member)? Owner(Match match, int line)
    {
        var path = match.Groups["path"].Value;
        var dot = path.LastIndexOf('.');
        if (dot > 0 && _types.TryGetValue(path.Substring(0, dot), out var type))
        {
            return (type, path.Substring(dot + 1));
        }

        Problems.Add((line, $"there is no 'type' line for the owner of {path}"));
        return null;
    }

    private void CheckComplete(ApiType type)
    {
        foreach (var method in type.Methods.Where(_ => type.IsInvoke))
        {
            method.Token = type.Members.TryGetValue(method.Name, out var invoke) ? invoke.Wire : null;
            if (method.Token is null)
            {
                Problems.Add((method.Line, $"{type.Name}.{method.Name} has no 'invoke' line with its token"));
            }
        }

        if (type.Bases.EndsWith("Resource", System.StringComparison.Ordinal) && type.Token is null)
        {
            Problems.Add((type.Line, $"{type.Name} has no 'resource' line with its token"));
        }

        foreach (var member in type.Members.Values.Where(member => !type.IsInvoke && member.Name != "Empty"))
        {
            if (type.IsEnum)
            {
                if (member.Wire is null)
                {
                    Problems.Add((member.Line, $"{type.Name}.{member.Name} has no 'enumvalue' line"));
                }
            }
            else if (member.Type is null)
            {
                Problems.Add((member.Line, $"{type.Name}.{member.Name} has no line with its type ('get' of a property, 'readonly' of an output)"));
            }
            else if (member.Wire is null)
            {
                Problems.Add((member.Line, $"{type.Name}.{member.Name} has no 'input' or 'output' line with its wire name"));
            }
        }
    }
}

using System.Text;

namespace KedaStack.SdkGenerator;

/// <summary>Writes the C# of one type.</summary>
internal sealed class TypeWriter(IReadOnlyList<ApiType> types)
{
    private readonly Dictionary<string, ApiType> _types = types.ToDictionary(type => type.Name);

    /// <summary>The facts that contradict each other, as zero-based line number and sentence.</summary>
    public List<(int Line, string Problem)> Problems { get; } = [];

    public void Write(StringBuilder source, ApiType type)
    {
        source.Append($"namespace {type.Namespace}\n{{\n");
        if (type.IsEnum)
        {
            WriteEnum(source, type);
        }
        else if (type.IsInvoke)
        {
            WriteInvoke(source, type);
        }
        else if (type.IsArgs)
        {
            WriteArgs(source, type);
        }
        else if (type.IsOutput)
        {
            WriteOutput(source, type);
        }
        else if (type.Token is not null)
        {
            WriteResource(source, type);
        }
        else
        {
            Problems.Add((type.Line, $"the generator knows no '{type.Kind}' with the base '{type.Bases}'"));
        }

        source.Append("}\n\n");
    }

    private static void WriteEnum(StringBuilder source, ApiType type)
    {
        var name = type.ShortName;
        source.Append($$"""
            [global::Pulumi.EnumType]
            public readonly struct {{name}} : global::System.IEquatable<{{name}}>
            {
                private readonly string _value;
                private {{name}}(string value) => _value = value;
                public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
                public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
                public static explicit operator string({{name}} value) => value._value;
                public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
                public bool Equals({{name}} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);
                public override int GetHashCode() => _value?.GetHashCode() ?? 0;
                public override string ToString() => _value;

            """);
        foreach (var member in type.Members.Values)
        {
            source.Append($"    public static {name} {member.Name} => new({CSharp.Literal(member.Wire!)});\n");
        }

        source.Append("}\n");
    }

    private static void WriteInvoke(StringBuilder source, ApiType type)
    {
        source.Append($"public static class {type.ShortName}\n{{\n");
        foreach (var method in type.Methods)
        {
            var parameters = CSharp.Parameters(method.Parameters);
            var args = parameters.FirstOrDefault(parameter => parameter.Name == "args");
            var passed = args is null ? "global::Pulumi.InvokeArgs.Empty"
                : args.Type.EndsWith("?", StringComparison.Ordinal) ? $"args ?? new {args.Type.TrimEnd('?')}()" : "args";
            var result = method.Returns.Substring(method.Returns.IndexOf('<'));
            source.Append($"    public static {CSharp.Global(method.Returns)} {method.Name}({CSharp.Global(method.Parameters)})\n");
            source.Append($"        => global::Pulumi.Deployment.Instance.{method.Name}{CSharp.Global(result)}({CSharp.Literal(method.Token ?? "")}, {passed}, options);\n");
        }

        source.Append("}\n");
    }

    private static void WriteArgs(StringBuilder source, ApiType type)
    {
        source.Append($"public {type.Kind} {type.ShortName} : global::{type.Bases}\n{{\n");
        foreach (var member in type.Members.Values.Where(member => member.Type is not null && member.Wire is not null))
        {
            var attribute = $"[global::Pulumi.Input({CSharp.Literal(member.Wire!)}{(member.Required ? ", required: true" : "")}{(member.Json ? ", json: true" : "")})]";
            var memberType = CSharp.Global(member.Type!);
            if (CSharp.IsCollection(member.Type!))
            {
                var field = "_" + char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1);
                source.Append($"    {attribute}\n    private {memberType}? {field};\n");
                source.Append($"    public {memberType} {member.Name} {{ get => {field} ??= new(); set => {field} = value; }}\n");
            }
            else
            {
                var unset = member.Type!.EndsWith("?", StringComparison.Ordinal) ? "" : " = null!;";
                source.Append($"    {attribute}\n    public {memberType} {member.Name} {{ get;{(member.HasSetter ? " set;" : "")} }}{unset}\n");
            }
        }

        var access = type.Methods.Any(method => method.Name == type.ShortName) ? "public" : "internal";
        source.Append($"    {access} {type.ShortName}()\n    {{\n");
        foreach (var member in type.Members.Values.Where(member => member.Default is not null))
        {
            source.Append($"        {member.Name} = {member.Default};\n");
        }

        source.Append("    }\n");
        if (type.Members.ContainsKey("Empty"))
        {
            source.Append($"    public static new {type.ShortName} Empty => new();\n");
        }

        source.Append("}\n");
    }

    private static void WriteOutput(StringBuilder source, ApiType type)
    {
        var members = type.Members.Values.Where(member => member.Type is not null && member.Wire is not null).ToList();
        source.Append($"[global::Pulumi.OutputType]\npublic sealed class {type.ShortName}\n{{\n");
        foreach (var member in members)
        {
            source.Append($"    public readonly {CSharp.Global(member.Type!)} {member.Name};\n");
        }

        source.Append($"    [global::Pulumi.OutputConstructor]\n    private {type.ShortName}(");
        source.Append(string.Join(", ", members.Select(member =>
            $"[global::Pulumi.OutputConstructorParameter({CSharp.Literal(member.Wire!)})] {CSharp.Global(member.Type!)} {member.Name}")));
        source.Append(")\n    {\n");
        foreach (var member in members)
        {
            source.Append($"        this.{member.Name} = {member.Name};\n");
        }

        source.Append("    }\n}\n");
    }

    private void WriteResource(StringBuilder source, ApiType type)
    {
        const string Provider = "pulumi:providers:";
        var name = type.ShortName;
        var token = CSharp.Literal(type.Token!);
        var passed = type.Token!.StartsWith(Provider, StringComparison.Ordinal) ? CSharp.Literal(type.Token.Substring(Provider.Length)) : "Token";
        source.Append($"[global::Pulumi.ResourceType({token}, null)]\npublic {type.Kind} {name} : global::{type.Bases}\n{{\n    private const string Token = {token};\n");
        foreach (var member in type.Members.Values.Where(member => member.Type is not null && member.Wire is not null))
        {
            source.Append($"    [global::Pulumi.Output({CSharp.Literal(member.Wire!)})]\n    public {CSharp.Global(member.Type!)} {member.Name} {{ get; private set; }} = null!;\n");
        }

        foreach (var method in type.Methods)
        {
            if (method.Name == "Get")
            {
                source.Append($"    public static {name} Get({CSharp.Global(method.Parameters)}) => new(name, id, options, false);\n");
                source.Append($"    private {name}(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options, bool _)\n");
                source.Append($"        : base({passed}, name, null, global::Pulumi.CustomResourceOptions.Merge(options, new() {{ Id = id }}))\n    {{\n    }}\n");
            }
            else if (method.Name == name)
            {
                WriteConstructor(source, type, method, passed);
            }
            else
            {
                Problems.Add((method.Line, $"the generator writes no method {method.Name} on a resource, just constructors and Get"));
            }
        }

        source.Append("}\n");
    }

    private void WriteConstructor(StringBuilder source, ApiType type, ApiMethod method, string passed)
    {
        var args = CSharp.Parameters(method.Parameters).First(parameter => parameter.Name == "args").Type;
        var argsType = args.TrimEnd('?');
        source.Append($"    public {type.ShortName}({CSharp.Global(method.Parameters)})\n");
        source.Append($"        : base({passed}, name, Complete(args ?? new {argsType}()), global::Pulumi.CustomResourceOptions.Merge(null, options))\n    {{\n    }}\n");
        source.Append($"    private static {argsType} Complete({argsType} args)\n    {{\n");
        foreach (var (wire, literal, line) in type.Constants)
        {
            var property = _types.TryGetValue(argsType.Replace("global::", ""), out var declared)
                ? declared.Members.Values.FirstOrDefault(member => member.Wire == wire) : null;
            if (property is null)
            {
                Problems.Add((line, $"'{wire}' is always sent, but {argsType.Replace("global::", "")} has no 'input' line for it"));
            }
            else
            {
                source.Append($"        args.{property.Name} = {literal};\n");
            }
        }

        source.Append("        return args;\n    }\n");
    }
}

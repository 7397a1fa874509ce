using System.Globalization;
using System.Reflection;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>Prints what the members of a stand-in do on the wire, in the form of the listing.</summary>
internal static class ApiFacts
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Print(Assembly assembly) => StandinAssemblies.Implemented(assembly).SelectMany(Print);

    /// <summary>A constant as C# writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<string> Print(Type type) => type switch
    {
        { IsAbstract: true, IsSealed: true } => Invokes(type),
        _ when Attribute(type, "EnumType") is not null => EnumValues(type),
        _ when Attribute(type, "OutputType") is not null => OutputFields(type),
        _ when Attribute(type, "ResourceType") is { } resource
            => [$"resource {type} = {resource.ConstructorArguments[0].Value}", .. Outputs(type), .. Constants(type)],
        { IsAbstract: false, BaseType.Name: "ResourceArgs" or "InvokeArgs" } => [.. Inputs(type), .. Defaults(type)],
        _ => [.. Inputs(type), .. Outputs(type)],
    };

    private static IEnumerable<string> Inputs(Type type)
        => from member in type.GetFields(Any).AsEnumerable<MemberInfo>().Concat(type.GetProperties(Any))
           let input = Attribute(member, "Input")
           where input is not null
           let name = member.Name.TrimStart('_')
           let arguments = input.ConstructorArguments
           select $"input {type}.{char.ToUpperInvariant(name[0])}{name[1..]} = {arguments[0].Value}"
               + (arguments[1].Value is true ? " [required]" : "") + (arguments[2].Value is true ? " [json]" : "");

    private static IEnumerable<string> Outputs(Type type)
        => from property in type.GetProperties(Any)
           let output = Attribute(property, "Output")
           where output is not null
           select $"output {type}.{property.Name} = {output.ConstructorArguments[0].Value}";

    private static IEnumerable<string> OutputFields(Type type)
        => from parameter in type.GetConstructors(Any).Single().GetParameters()
           select $"output {type}.{parameter.Name} = {Attribute(parameter, "OutputConstructorParameter")!.ConstructorArguments[0].Value}";

    private static IEnumerable<string> EnumValues(Type type)
        => from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public)
           select $"enumvalue {type}.{property.Name} = {property.GetValue(null)}";

    /// <summary>The token is the string that the method loads.</summary>
    private static IEnumerable<string> Invokes(Type type)
    {
        const byte LoadString = 0x72;
        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method => method.Name is "Invoke" or "InvokeAsync"))
        {
            var code = method.GetMethodBody()!.GetILAsByteArray()!;
            var token = BitConverter.ToInt32(code, Array.IndexOf(code, LoadString) + 1);
            yield return $"invoke {type}.{method.Name} = {type.Module.ResolveString(token)}";
        }
    }

    private static IEnumerable<string> Defaults(Type type)
        => from property in SetProperties(Activator.CreateInstance(type)!)
           select $"default {type}.{property.Property.Name} = {Literal(property.Value)}";

    /// <summary>What a resource's constructor adds to its args.</summary>
    private static IEnumerable<string> Constants(Type type)
    {
        if (type.GetMethod("Complete", Any) is not { } complete)
        {
            return [];
        }

        var argsType = complete.ReturnType;
        var before = SetProperties(Activator.CreateInstance(argsType)!).Select(property => property.Property.Name).ToList();
        return from property in SetProperties(complete.Invoke(null, [Activator.CreateInstance(argsType)!])!)
               where !before.Contains(property.Property.Name)
               select $"const {type}.{Attribute(property.Property, "Input")!.ConstructorArguments[0].Value} = {Literal(property.Value)}";
    }

    private static IEnumerable<(PropertyInfo Property, object? Value)> SetProperties(object args)
        => from property in args.GetType().GetProperties()
           where Attribute(property, "Input") is not null
           let value = property.GetValue(args)
           where value is not null
           select (property, Value(value));

    /// <summary>The plain value inside an input of the stand-in's own types.</summary>
    private static object? Value(object input)
    {
        var inputType = input.GetType();
        while (inputType is { Name: not "Input`1" })
        {
            inputType = inputType.BaseType!;
        }

        var output = inputType.GetMethods(Any).Single(method => method.Name == "op_Implicit" && method.ReturnType.Name == "Output`1").Invoke(null, [input]);
        var utilities = inputType.Assembly.GetType("Pulumi.Utilities.OutputUtilities")!;
        var task = (Task)utilities.GetMethod("GetValueAsync")!.MakeGenericMethod(inputType.GenericTypeArguments).Invoke(null, [output])!;
        task.GetAwaiter().GetResult();
        var value = task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
        return value?.GetType().Name == "Union`2" ? value.GetType().GetProperty("Value")!.GetValue(value) : value;
    }

    private static CustomAttributeData? Attribute(MemberInfo member, string name)
        => member.CustomAttributes.SingleOrDefault(attribute => attribute.AttributeType.FullName == $"Pulumi.{name}Attribute");

    private static CustomAttributeData? Attribute(ParameterInfo parameter, string name)
        => parameter.CustomAttributes.SingleOrDefault(attribute => attribute.AttributeType.FullName == $"Pulumi.{name}Attribute");
}

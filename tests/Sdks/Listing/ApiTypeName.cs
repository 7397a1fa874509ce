using System.Reflection;
using System.Runtime.CompilerServices;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>Writes types as the listing does: full names, C# keywords, tuples with their names, "?" where null is allowed.</summary>
internal static class ApiTypeName
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(ParameterInfo parameter)
        => Of(new NullabilityInfoContext().Create(parameter), TupleNames(parameter.GetCustomAttribute<TupleElementNamesAttribute>()));

    public static string Of(PropertyInfo property)
        => Of(new NullabilityInfoContext().Create(property), TupleNames(property.GetCustomAttribute<TupleElementNamesAttribute>()));

    public static string Of(FieldInfo field)
        => Of(new NullabilityInfoContext().Create(field), TupleNames(field.GetCustomAttribute<TupleElementNamesAttribute>()));

    /// <summary>A type on its own, such as a base; nothing in it can be null.</summary>
    public static string Of(Type type)
    {
        if (_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        return type.IsGenericParameter ? type.Name : WithArguments(type, [.. type.GetGenericArguments().Select(Of)]);
    }

    private static string Of(NullabilityInfo info, Queue<string?> tupleNames)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return (underlying.IsGenericType ? WithArguments(underlying, Arguments(info, tupleNames)) : Of(underlying)) + "?";
        }

        var isTuple = type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);
        var name = type.IsArray ? Of(info.ElementType!, tupleNames) + "[]"
            : isTuple ? $"({string.Join(", ", TupleItems(info, tupleNames))})"
            : type.IsGenericType ? WithArguments(type, Arguments(info, tupleNames))
            : Of(type);
        var isNullable = info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable;
        return name + (isNullable && !type.IsValueType && !type.IsGenericParameter ? "?" : "");
    }

    private static string[] Arguments(NullabilityInfo info, Queue<string?> tupleNames)
        => [.. info.GenericTypeArguments.Select(argument => Of(argument, tupleNames))];

    /// <summary>A tuple's names come before those of the tuples inside it; from eight items on the rest is a tuple of its own.</summary>
    private static List<string> TupleItems(NullabilityInfo info, Queue<string?> tupleNames)
    {
        var items = new List<NullabilityInfo>();
        for (var rest = info; rest is not null;)
        {
            items.AddRange(rest.GenericTypeArguments.Take(7));
            rest = rest.GenericTypeArguments.Skip(7).SingleOrDefault();
        }

        var names = items.Select(_ => tupleNames.TryDequeue(out var name) ? name : null).ToList();
        return [.. items.Zip(names, (item, name) => Of(item, tupleNames) + (name is null ? "" : $" {name}"))];
    }

    private static Queue<string?> TupleNames(TupleElementNamesAttribute? attribute) => new(attribute?.TransformNames ?? []);

    private static string WithArguments(Type type, string[] arguments)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var name = definition.FullName!.Replace('+', '.').Split('`')[0];
        return arguments.Length == 0 ? name : $"{name}<{string.Join(", ", arguments)}>";
    }
}

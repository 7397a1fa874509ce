using System.Reflection;
using System.Runtime.CompilerServices;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>Prints the public and protected surface of an assembly in the form of the listing.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> Print(Assembly assembly) => StandinAssemblies.Implemented(assembly).SelectMany(Print);

    private static IEnumerable<string> Print(Type type)
    {
        yield return $"type {Kind(type)} {ApiTypeName.Of(type)}{Bases(type)}";
        if (type.IsAssignableTo(typeof(Delegate)))
        {
            yield return Method(ApiTypeName.Of(type), "", type.GetMethod("Invoke")!);
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !constructor.IsStatic))
        {
            yield return $"{Modifiers(constructor)}{ApiTypeName.Of(type)}.{ShortName(type)}({Parameters(constructor)}) -> void";
        }

        foreach (var method in type.GetMethods(Declared).Where(IsVisible).Where(method => !method.IsSpecialName || IsOperator(method)))
        {
            yield return Method($"{ApiTypeName.Of(type)}.{Name(method)}", Modifiers(method), method);
        }

        foreach (var line in type.GetProperties(Declared).SelectMany(property => Accessors(type, property)))
        {
            yield return line;
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            yield return $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiTypeName.Of(type)}.{field.Name} -> {ApiTypeName.Of(field)}";
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        _ when type.IsAssignableTo(typeof(Delegate)) => "delegate",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsAssignableTo(typeof(Delegate)))
        {
            return "";
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Where(contract => contract.IsVisible && !inherited.Contains(contract)).Select(ApiTypeName.Of)
            .Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            bases.Insert(0, ApiTypeName.Of(parent));
        }

        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static IEnumerable<string> Accessors(Type type, PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            yield return $"{Modifiers(getter)}{ApiTypeName.Of(type)}.{name}.get -> {ApiTypeName.Of(property)}";
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            yield return $"{Modifiers(setter)}{ApiTypeName.Of(type)}.{name}.set -> void";
        }
    }

    private static string Method(string name, string modifiers, MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{modifiers}{name}{generic}({Parameters(method)}) -> {ApiTypeName.Of(method.ReturnParameter)}{Constraints(method)}";
    }

    private static string Name(MethodInfo method) => method.Name switch
    {
        "op_Implicit" => $"implicit operator {ApiTypeName.Of(method.ReturnType)}",
        "op_Explicit" => $"explicit operator {ApiTypeName.Of(method.ReturnType)}",
        "op_Equality" => "operator ==",
        "op_Inequality" => "operator !=",
        var name => name,
    };

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic)
        {
            return access + "static ";
        }

        if (!method.IsVirtual || method is not MethodInfo info)
        {
            return access;
        }

        var isInInterface = method.DeclaringType!.IsInterface;
        return access + (info.GetBaseDefinition() != info ? "override "
            : method.IsAbstract ? isInInterface ? "" : "abstract "
            : method.IsFinal ? "" : "virtual ");
    }

    private static string Constraints(MethodInfo method) => string.Concat(
        from argument in method.GetGenericArguments()
        let bounds = argument.GetGenericParameterConstraints().Select(ApiTypeName.Of)
            .Concat(argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : [])
            .ToList()
        where bounds.Count > 0
        select $" where {argument.Name} : {string.Join(", ", bounds)}");

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return (isExtension ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{prefix}{ApiTypeName.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            => $"default({ApiTypeName.Of(parameter.ParameterType)})",
        var value => ApiFacts.Literal(value),
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOperator(MethodBase method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string ShortName(Type type) => type.Name.Split('`')[0];
}

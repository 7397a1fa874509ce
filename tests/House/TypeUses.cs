using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KedaStack.Tests.House;

/// <summary>Which types use which, as the compiled projects say: in signatures, fields, attributes and code.</summary>
internal static class TypeUses
{
    /// <summary>A type that uses another one, each with the full name of its outermost type and the assembly that it is in.</summary>
    public sealed record Use(string User, string UserAssembly, string Used, string UsedAssembly);

    /// <summary>The uses of types between the given assemblies.</summary>
    /// <param name="assemblies">The assemblies' names; they lie beside the tests.</param>
    public static IReadOnlyList<Use> Of(IReadOnlyCollection<string> assemblies) =>
        [.. assemblies.SelectMany(name => Of(name, assemblies)).Distinct()];

    private static List<Use> Of(string name, IReadOnlyCollection<string> assemblies)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        var uses = new List<Use>();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var user = Outermost(type).FullName;
            uses.AddRange(References(type).SelectMany(Parts)
                .Select(used => new Use(user, name, Outermost(used).FullName, AssemblyOf(used)))
                .Where(use => assemblies.Contains(use.UsedAssembly) && use.User != use.Used));
        }

        return uses;
    }

    private static IEnumerable<TypeReference?> References(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. Constraints(type),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Methods.SelectMany(References),
    ];

    private static IEnumerable<TypeReference?> References(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. Constraints(method),
        .. Attributes(method),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(References) : [],
    ];

    private static IEnumerable<TypeReference?> References(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ],
        _ => [],
    };

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    /// <summary>The types that a type is made of: the elements of arrays, the arguments of generic types.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    private static string AssemblyOf(TypeReference type) => Outermost(type).Scope switch
    {
        ModuleDefinition module => module.Assembly.Name.Name,
        var scope => scope.Name,
    };
}

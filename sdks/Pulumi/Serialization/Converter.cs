using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>From plain values to the types that outputs have. What does not fit becomes null, as with the official SDK, which warns.</summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> _converters = new();

    /// <summary>The value as the type, or null when it is missing or does not fit.</summary>
    public static object? Convert(object? value, Type type) => value is null ? null : _converters.GetOrAdd(type, ConverterTo)(value);

    public static object? ToUnion<T0, T1>(object value)
        => Convert(value, typeof(T0)) is T0 first ? Union<T0, T1>.FromT0(first)
            : Convert(value, typeof(T1)) is T1 second ? Union<T0, T1>.FromT1(second)
            : null;

    public static object? ToArray<T>(object value) => value is ImmutableArray<object?> list
        ? ImmutableArray.CreateRange(list, item => OutputData.As<T>(Convert(item, typeof(T))))
        : null;

    public static object? ToDictionary<T>(object value) => value is ImmutableDictionary<string, object?> map
        ? map.ToImmutableDictionary(entry => entry.Key, entry => OutputData.As<T>(Convert(entry.Value, typeof(T))))
        : null;

    private static Func<object, object?> ConverterTo(Type type)
    {
        if (type == typeof(int))
        {
            return value => value is double number ? (int)number : null;
        }

        if (type.IsConstructedGenericType && type != typeof(ImmutableDictionary<string, object>) && type != typeof(ImmutableArray<object>))
        {
            var arguments = type.GenericTypeArguments;
            return type.GetGenericTypeDefinition() switch
            {
                var generic when generic == typeof(Nullable<>) => value => Convert(value, arguments[0]),
                var generic when generic == typeof(Union<,>) => Typed(nameof(ToUnion), arguments),
                var generic when generic == typeof(ImmutableArray<>) => Typed(nameof(ToArray), arguments),
                var generic when generic == typeof(ImmutableDictionary<,>) => Typed(nameof(ToDictionary), arguments[1]),
                _ => throw new InvalidOperationException($"Unexpected generic target type {type.FullName}"),
            };
        }

        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return value => type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [value.GetType()])?.Invoke([value]);
        }

        return type.IsDefined(typeof(OutputTypeAttribute)) ? ToOutputType(type) : value => type.IsInstanceOfType(value) ? value : null;
    }

    private static Func<object, object?> Typed(string method, params Type[] arguments)
        => typeof(Converter).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!
            .MakeGenericMethod(arguments).CreateDelegate<Func<object, object?>>();

    private static Func<object, object?> ToOutputType(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        var constructor = constructors.FirstOrDefault(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute))) ?? constructors[0];
        var parameters = constructor.GetParameters()
            .Select(parameter => (
                Name: parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                Type: parameter.ParameterType))
            .ToList();
        return value => value is ImmutableDictionary<string, object?> map
            ? constructor.Invoke([.. parameters.Select(parameter => Convert(map.GetValueOrDefault(parameter.Name), parameter.Type))])
            : null;
    }
}

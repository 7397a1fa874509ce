using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The base of all classes whose <see cref="InputAttribute"/> members go over the wire.</summary>
public abstract class InputArgs
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, List<(InputAttribute Input, MemberInfo Member)>> _inputs = new();

    /// <summary>Starts out with nothing set.</summary>
    protected InputArgs()
    {
    }

    /// <summary>All inputs by wire name, unset ones with null.</summary>
    internal Dictionary<string, object?> ToDictionary()
    {
        var inputs = new Dictionary<string, object?>();
        foreach (var (input, member) in _inputs.GetOrAdd(GetType(), InputsOf))
        {
            var value = member is FieldInfo field ? field.GetValue(this) : ((PropertyInfo)member).GetValue(this);
            if (value is null && input.IsRequired)
            {
                throw new ArgumentNullException(
                    member.Name, $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value");
            }

            inputs.Add(input.Name, input.IsJson ? JsonText.Of(value) : value);
        }

        return inputs;
    }

    private static List<(InputAttribute Input, MemberInfo Member)> InputsOf(Type type) =>
    [
        .. from member in type.GetFields(Members).AsEnumerable<MemberInfo>().Concat(type.GetProperties(Members))
           let input = member.GetCustomAttribute<InputAttribute>()
           where input is not null
           select (input, member),
    ];
}

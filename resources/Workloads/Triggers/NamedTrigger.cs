using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Workloads.Triggers;

/// <summary>A trigger with the name that <c>--value</c> and <c>--target</c> call it by.</summary>
/// <param name="Name">Its own name, else its type where it is the only one of that type, else <c>s</c> and its place.</param>
/// <param name="Place">Its place in the ScaledObject, from 0.</param>
/// <param name="Type">Its type.</param>
/// <param name="Trigger">The trigger; null when its target is not known.</param>
internal sealed record NamedTrigger(string Name, int Place, string Type, Trigger? Trigger)
{
    /// <summary>The names of triggers, in their order.</summary>
    /// <param name="triggers">Their own names, empty for none, and their types.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<(string Name, string Type)> triggers) =>
    [
        .. triggers.Select((trigger, place) => trigger.Name.Length > 0 ? trigger.Name
            : triggers.Count(other => other.Type == trigger.Type) == 1 && !triggers.Any(other => other.Name == trigger.Type) ? trigger.Type
            : ByPlace(place)),
    ];

    /// <summary>Whether a name means this trigger: its place always does.</summary>
    /// <param name="name">The name.</param>
    public bool IsCalled(string name) => name == Name || name == ByPlace(Place);

    private static string ByPlace(int place) => FormattableString.Invariant($"s{place}");
}

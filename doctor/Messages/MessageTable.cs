using KedaStack.Doctor.Chains;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Messages;

/// <summary>The messages of all components with what they mean: docs/doctor.md is made of it.</summary>
internal static class MessageTable
{
    /// <summary>The groups, with where each is found.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<MessageCause> Causes)> Groups { get; } =
    [
        ("Entra ID, in events of the ScaledObject", EntraMessages.All),
        ("KEDA's prometheus scaler, in events of the ScaledObject", ScalerMessages.All),
        ("Conditions and events of the ScaledObject", ObjectMessages.OfScaledObjects),
        ("Conditions of the HPA", ObjectMessages.OfHpas),
    ];

    /// <summary>What a scaler's error means; null for one that is not known.</summary>
    public static MessageCause? OfScaler(string message) =>
        EntraMessages.All.Concat(ScalerMessages.All).Concat(ObjectMessages.OfScaledObjects).FirstOrDefault(cause => cause.Is(message));

    /// <summary>What a condition of a ScaledObject means; null for one that is not known.</summary>
    public static MessageCause? OfScaledObject(string message) => ObjectMessages.OfScaledObjects.FirstOrDefault(cause => cause.Is(message));

    /// <summary>What a condition of an HPA means.</summary>
    public static MessageCause OfHpa(string message) => ObjectMessages.OfHpas.First(cause => cause.Is(message));

    /// <summary>A command with the names of a chain in it.</summary>
    public static string Command(string command, Chain chain) => command
        .Replace("{namespace}", chain.Namespace, StringComparison.Ordinal)
        .Replace("{name}", chain.Name, StringComparison.Ordinal)
        .Replace("{target}", chain.TargetName, StringComparison.Ordinal)
        .Replace("{operator}", chain.Keda.Operators is [var first, ..] ? first.Text("metadata.namespace") ?? "keda" : "keda", StringComparison.Ordinal);
}

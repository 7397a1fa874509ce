namespace KedaStack.Scaling.Keda.Triggers.Config;

/// <summary>What is wrong with a trigger.</summary>
/// <param name="Message">KEDA's words.</param>
/// <param name="Field">The field below the trigger, such as <c>metadata.threshold</c> or <c>metricType</c>; empty for the trigger as a whole.</param>
/// <param name="Index">The trigger's place in the ScaledObject, from 0.</param>
public sealed record TriggerFault(string Message, string Field, int Index)
{
    /// <summary>The path of a parameter.</summary>
    /// <param name="name">Its name.</param>
    public static string Parameter(string name) => $"metadata.{name}";
}

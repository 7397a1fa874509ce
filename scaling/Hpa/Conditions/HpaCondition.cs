namespace KedaStack.Scaling.Hpa.Conditions;

/// <summary>A condition as <c>kubectl describe hpa</c> prints it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Status">Whether it is True.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Message">The message, in the controller's words.</param>
public sealed record HpaCondition(HpaConditionType Type, bool Status, HpaConditionReason Reason, string Message);

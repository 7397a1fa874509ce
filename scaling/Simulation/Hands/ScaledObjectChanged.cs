using KedaStack.Scaling.Keda;

namespace KedaStack.Scaling.Simulation.Hands;

/// <summary>
/// The ScaledObject is applied with another spec or other annotations. Its HPA follows, and goes with all that it remembers
/// while the ScaledObject is paused. Its loop begins anew with another spec and after a pause; annotations alone leave it as
/// it is (recorded: force-activation of both pairs checks on at its times).
/// </summary>
/// <param name="At">When.</param>
/// <param name="ScaledObject">The ScaledObject.</param>
public sealed record ScaledObjectChanged(TimeSpan At, ScaledObject ScaledObject) : Hand(At);

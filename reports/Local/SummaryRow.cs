namespace KedaStack.Reports.Local;

/// <summary>A figure of a run beside the predicted one.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">As it was.</param>
/// <param name="Predicted">As the simulation says.</param>
internal sealed record SummaryRow(string Name, string Run, string Predicted);

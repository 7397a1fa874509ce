namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>A panel and where it is on the dashboard.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Row">Its first row, from 0.</param>
internal sealed record PlacedPanel(DashboardPanel Panel, int Id, int Column, int Row);

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>Lays panels out as text flows: side by side, and in a new row where one does not fit any more.</summary>
internal static class PanelGrid
{
    /// <summary>The columns of Grafana's grid.</summary>
    public const int Columns = 24;

    /// <summary>The panels with their places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A panel is wider than the grid.</exception>
    public static IReadOnlyList<PlacedPanel> Place(IEnumerable<DashboardPanel> panels)
    {
        var placed = new List<PlacedPanel>();
        var (column, row, height) = (0, 0, 0);
        foreach (var panel in panels)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(panel.Width, Columns);
            if (column + panel.Width > Columns)
            {
                (column, row, height) = (0, row + height, 0);
            }

            placed.Add(new PlacedPanel(panel, placed.Count + 1, column, row));
            (column, height) = (column + panel.Width, Math.Max(height, panel.Height));
        }

        return placed;
    }
}

/// <summary>A panel and where it is on the dashboard.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Row">Its first row, from 0.</param>
internal sealed record PlacedPanel(DashboardPanel Panel, int Id, int Column, int Row);

namespace KedaStack.Reports.Local.Screen;

/// <summary>The size of a terminal.</summary>
/// <param name="Columns">The columns; above 0.</param>
/// <param name="Rows">The rows; above 0.</param>
internal readonly record struct ScreenSize(int Columns, int Rows);

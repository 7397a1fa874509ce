namespace KedaStack.Reports.Local.Screen;

/// <summary>A line on a screen.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct ScreenLine(string Text, ScreenStyle Style = ScreenStyle.Plain);

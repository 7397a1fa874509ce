namespace KedaStack.Cli.Local;

/// <summary>How a command line asks a run to be shown; all of it has been found right.</summary>
/// <param name="IsHeadless">Whether as lines, also on a terminal.</param>
/// <param name="IsJson">Whether the lines are JSON.</param>
/// <param name="Port">The port of the page; null for no page.</param>
/// <param name="Report">The file of the report; null for none.</param>
internal sealed record LocalDisplay(bool IsHeadless, bool IsJson, int? Port, string? Report);

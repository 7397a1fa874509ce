namespace KedaStack.Tests.Shared.Browser;

/// <summary>The browser of this machine; nothing is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its program; null where there is none.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Why a test that needs it cannot run; null when it can.</summary>
    public static string? SkipReason =>
        Program is null ? $"None of {string.Join(", ", _names)} is on PATH; install Debian's chromium." : null;

    /// <summary>What keeps it from talking to anybody, and what a container needs.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private static string? Find() => (
        from name in _names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

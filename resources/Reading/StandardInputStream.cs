namespace KedaStack.Resources.Reading;

/// <summary>Standard input, also where there is none.</summary>
internal static class StandardInputStream
{
    private const string Files = "/proc/self/fd";
    private const string Details = "/proc/self/fdinfo";
    private const string Input = "0";
    private const int FirstOwn = 3;

    /// <summary>Opens it; empty where it was closed, as by <c>&lt;&amp;-</c>.</summary>
    public static Stream Open() => IsClosed() ? Stream.Null : Console.OpenStandardInput();

    // The runtime's own files take the numbers that are free, so that a closed standard input has become one of them: a pipe
    // whose other end this process holds, too. Reading it would wait for ever.
    private static bool IsClosed()
    {
        try
        {
            if (!OperatingSystem.IsLinux() || Target(Input) is not { } input)
            {
                return false;
            }

            return input.StartsWith("anon_inode:", StringComparison.Ordinal)
                || (input.StartsWith("pipe:", StringComparison.Ordinal)
                    && Directory.EnumerateFileSystemEntries(Files).Select(Path.GetFileName).OfType<string>()
                        .Any(file => int.TryParse(file, out var number) && number >= FirstOwn && Target(file) == input && IsWritten(file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Of the flags of open(2), in octal, the last digit says for what: 1 for writing, 2 for both.
    private static bool IsWritten(string file)
    {
        var flags = File.ReadLines(Path.Combine(Details, file)).FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return flags is [.., '1' or '2'];
    }

    private static string? Target(string file) => new FileInfo(Path.Combine(Files, file)).LinkTarget;
}

namespace KedaStack.Cli.Commands;

/// <summary>A result that goes to a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file, replacing an older one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What is written.</param>
    /// <param name="terminal">Gets a note.</param>
    /// <param name="option">The option that named the file.</param>
    /// <returns>The exit code; a problem has been written to the terminal.</returns>
    public static int Write(string path, string text, Terminal terminal, string option = "--output")
    {
        try
        {
            File.WriteAllText(path, text);
            terminal.Note($"Wrote {path}.");
            return ExitCodes.Success;
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            return Complain(path, exception, terminal, option);
        }
    }

    /// <summary>Whether the file can be written later, without changing it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="terminal">Gets a problem.</param>
    /// <param name="option">The option that named the file.</param>
    /// <returns>The exit code; a problem has been written to the terminal.</returns>
    public static int Try(string path, Terminal terminal, string option)
    {
        try
        {
            var isNew = !File.Exists(path);
            File.Open(path, FileMode.Append).Dispose();
            if (isNew)
            {
                File.Delete(path);
            }

            return ExitCodes.Success;
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            return Complain(path, exception, terminal, option);
        }
    }

    /// <summary>Writes the file, or to standard output when none is named.</summary>
    /// <returns>The exit code.</returns>
    public static int WriteOrShow(string? path, string text, Terminal terminal)
    {
        if (path is not null)
        {
            return Write(path, text, terminal);
        }

        terminal.Write(text);
        return ExitCodes.Success;
    }

    private static bool IsProblem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static int Complain(string path, Exception exception, Terminal terminal, string option)
    {
        terminal.Note($"{option}: {path} cannot be written ({exception.Message.TrimEnd('.')}); name a file in a directory that you may write to");
        return ExitCodes.Failure;
    }
}

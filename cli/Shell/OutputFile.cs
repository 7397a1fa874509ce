using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Cli.Shell;

/// <summary>A result that goes to a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file, replacing an older one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What is written.</param>
    /// <param name="terminal">Gets a note.</param>
    /// <param name="option">The option that named the file.</param>
    /// <returns>The exit code; a problem has been written to the terminal.</returns>
    public static int Write(string path, string text, Terminal terminal, string option = "--output") =>
        Write(path, writer => writer.Write(text), terminal, option);

    /// <summary>Writes the file, replacing an older one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    /// <param name="terminal">Gets a note.</param>
    /// <param name="option">The option that named the file.</param>
    /// <returns>The exit code; a problem has been written to the terminal.</returns>
    public static int Write(string path, Action<TextWriter> write, Terminal terminal, string option = "--output")
    {
        try
        {
            if (IsPlain(path))
            {
                WriteAll(path, write);
            }
            else
            {
                // What is no plain file may wait for a reader for ever.
                Task.Run(() => WriteAll(path, write), CancellationToken.None).WaitAsync(terminal.Interrupted).GetAwaiter().GetResult();
            }

            terminal.Note($"Wrote {path}.");
            return ExitCodes.Success;
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            return Complain(path, exception, terminal, option);
        }
    }

    /// <summary>Opens a file that is written while a command runs, replacing an older one; each line is there at once.</summary>
    /// <returns>The file; null after a problem, which has been written to the terminal.</returns>
    public static async Task<StreamWriter?> OpenAsync(string path, Terminal terminal, string option = "--output")
    {
        try
        {
            // What is no plain file may wait for a reader for ever.
            return await Task.Run(() => new StreamWriter(path) { AutoFlush = true }, CancellationToken.None).WaitAsync(terminal.Interrupted);
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            Complain(path, exception, terminal, option);
            return null;
        }
    }

    private static void WriteAll(string path, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(path);
        write(writer);
    }

    /// <summary>Whether files can be written later, each for itself, without changing them.</summary>
    /// <param name="terminal">Gets the problems.</param>
    /// <param name="files">The options with the files that they name; null for none.</param>
    /// <returns>The exit code; the problems have been written to the terminal.</returns>
    public static int TryAll(Terminal terminal, params IReadOnlyList<(string Option, string? Path)> files)
    {
        var exitCode = ExitCodes.Success;
        var earlier = new Dictionary<string, string>();
        foreach (var (option, path) in files)
        {
            if (path is null)
            {
                continue;
            }

            exitCode = Math.Max(exitCode, Try(path, terminal, option));
            if (exitCode == ExitCodes.Success && IsPlain(path) && !earlier.TryAdd(Path.GetFullPath(path), option))
            {
                terminal.Note(SettingsProblem.Create(
                    option, $"names the same file as {earlier[Path.GetFullPath(path)]}", Quoted.Text(path), "write each to a file of its own").ToString());
                exitCode = ExitCodes.Failure;
            }
        }

        return exitCode;
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
            if (!IsPlain(path))
            {
                return ExitCodes.Success;
            }

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
    public static int WriteOrShow(string? path, string text, Terminal terminal) =>
        WriteOrShow(path, writer => writer.Write(text), terminal);

    /// <summary>Writes the file, or to standard output when none is named.</summary>
    /// <returns>The exit code.</returns>
    public static int WriteOrShow(string? path, Action<TextWriter> write, Terminal terminal)
    {
        if (path is not null)
        {
            return Write(path, write, terminal);
        }

        write(terminal.Output);
        return ExitCodes.Success;
    }

    // What is there and empty may be a pipe or a device: a reader of it would see the trial as the end.
    private static bool IsPlain(string path) => new FileInfo(path) is not { Exists: true, Length: 0 };

    private static bool IsProblem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static int Complain(string path, Exception exception, Terminal terminal, string option)
    {
        var reason = Directory.Exists(path) ? "it is a directory" : exception.Message.TrimEnd('.');
        terminal.Note($"{option}: {path} cannot be written ({reason}); name a file in a directory that you can write to");
        return ExitCodes.Failure;
    }
}

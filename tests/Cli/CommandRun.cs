using System.Text;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli;

/// <summary>A command line that was run in this process, without a terminal.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line on the checkout's own project.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) =>
        InAsync(RepositoryRoot.Path, arguments);

    /// <summary>Runs a command line on the project of a directory.</summary>
    public static Task<CommandRun> InAsync(string directory, params string[] arguments) => WithoutDirectoryAsync([.. arguments, "--directory", directory]);

    /// <summary>Runs a command line of a command that knows no directory.</summary>
    public static async Task<CommandRun> WithoutDirectoryAsync(params string[] arguments)
    {
        var output = new Utf8Writer();
        var error = new Utf8Writer();
        var exitCode = await KedaStackCommand.RunAsync(
            arguments, new Terminal(output, error, widthColumns: null), CancellationToken.None);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer() => NewLine = "\n";

        public override Encoding Encoding => Encoding.UTF8;
    }
}

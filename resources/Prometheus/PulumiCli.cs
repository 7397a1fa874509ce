using System.ComponentModel;
using System.Diagnostics;

namespace KedaStack.Resources.Prometheus;

/// <summary>The pulumi command line, where it is installed.</summary>
/// <param name="Program">The path of the program; null where there is none.</param>
internal sealed record PulumiCli(string? Program)
{
    private static readonly string[] _names = OperatingSystem.IsWindows() ? ["pulumi.exe"] : ["pulumi"];

    /// <summary>The one on PATH.</summary>
    public static PulumiCli OnPath => new((Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists));

    /// <summary>Runs it to its end; it asks nothing and is ended when the token is cancelled.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code, null when it could not be started; standard output; standard error.</returns>
    public async Task<(int? ExitCode, string Output, string Error)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program!, [.. arguments, "--non-interactive", "--color=never"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var error = process.StandardError.ReadToEndAsync(cancellationToken);
                var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return (process.ExitCode, output, await error);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        catch (Win32Exception exception)
        {
            return (null, "", exception.Message);
        }
    }
}

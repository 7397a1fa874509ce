using System.Diagnostics;

namespace KedaStack.Tests.Infra.Monitoring.Rules.Tools;

/// <summary>The tool of Prometheus that checks rule files and runs unit tests of them with Prometheus' own engine.</summary>
internal static class Promtool
{
    private const string Name = "promtool";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>Why tests that need it cannot run here.</summary>
    /// <value>Null when they can.</value>
    public static string? SkipReason { get; } = FindSkipReason();

    /// <summary>Checks the syntax of a rule file.</summary>
    public static PromtoolResult CheckRules(string file) => Run("check", "rules", file);

    /// <summary>Runs a file of unit tests.</summary>
    public static PromtoolResult TestRules(string file) => Run("test", "rules", file);

    private static PromtoolResult Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_patience))
        {
            process.Kill();
            throw new TimeoutException($"{Name} {string.Join(' ', arguments)} ran for more than {_patience}.");
        }

        Task.WaitAll(output, errors);
        return new PromtoolResult(process.ExitCode, output.Result + errors.Result);
    }

    private static string? FindSkipReason()
    {
        var directories = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var executable = OperatingSystem.IsWindows() ? $"{Name}.exe" : Name;
        return directories.Any(directory => File.Exists(Path.Combine(directory, executable)))
            ? null
            : $"There is no {Name} on the PATH; Debian has it in the package prometheus.";
    }
}

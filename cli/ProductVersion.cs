using System.Reflection;
using KedaStack.Cli.Preview;

namespace KedaStack.Cli;

/// <summary>What this build of the command is.</summary>
internal static class ProductVersion
{
    private const string UnknownCommit = "unknown";

    /// <summary>Three lines: <c>kedastack</c> and the version, the commit, and which Pulumi SDK is inside.</summary>
    public static string Text { get; } = Write(
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        PulumiSdk.Description);

    /// <summary>The lines for a build.</summary>
    /// <param name="informationalVersion">The version, and after a plus the commit if it was built in a clone.</param>
    /// <param name="sdk">Which Pulumi SDK it has, a sentence.</param>
    internal static string Write(string informationalVersion, string sdk)
    {
        var parts = informationalVersion.Split('+', 2);
        return $"kedastack {parts[0]}\ncommit: {(parts.Length > 1 ? parts[1] : UnknownCommit)}\n{sdk}\n";
    }
}

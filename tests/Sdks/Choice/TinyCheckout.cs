using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Sdks.Choice;

/// <summary>A copy of the files that choose the SDK, with one project that uses Pulumi and a feed of its own; no network.</summary>
internal sealed class TinyCheckout : IDisposable
{
    /// <summary>As much of a project as a reference to it asks for; a real one would take a second each.</summary>
    private const string NothingToBuild = """
        <Project>
          <Target Name="Build" />
          <Target Name="GetTargetPath" />
          <Target Name="GetNativeManifest" />
          <Target Name="GetCopyToOutputDirectoryItems" />
          <Target Name="GetTargetFrameworks" Returns="@(Framework)">
            <ItemGroup>
              <Framework Include="$(MSBuildProjectFile)" TargetFrameworks="net10.0" TargetFrameworkMonikers=".NETCoreApp,Version=v10.0"
                         TargetPlatformMonikers="None" HasSingleTargetFramework="true" IsRidAgnostic="true" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private static readonly string[] _copied =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.props",
        "Directory.Solution.targets", "sdks/ChoosePulumiSdk.targets", "sdks/PulumiSdkChoice.props", "sdks/probe/probe.csproj",
    ];

    private static readonly string[] _ofTheUser = ["MSBUILD", "NUGET", "RESTORE", "PULUMISDK"];

    private static readonly string[] _packages = ["Pulumi", "Pulumi.AzureAD", "Pulumi.AzureNative", "Pulumi.Kubernetes"];

    /// <summary>The feed in the checkout: a folder.</summary>
    public const string OwnFeed = "feed";

    /// <summary>What <see cref="PublishPulumi"/>'s packages bring with them, as the official ones bring others' packages.</summary>
    public const string TransitivePackage = "Exporter";

    private readonly string _root = Directory.CreateTempSubdirectory("kedastack-choice-").FullName;

    public TinyCheckout(bool feedHasPulumi)
    {
        foreach (var file in _copied)
        {
            Write(file, File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)));
        }

        Directory.CreateDirectory(Path.Combine(_root, "feed"));
        UseFeed(OwnFeed);
        Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><UsesPulumi>true</UsesPulumi></PropertyGroup>
              <Target Name="Say" AfterTargets="Build">
                <Message Importance="high" Text="packages: @(PackageReference->'%(Identity)', ' '); projects: @(ProjectReference->'%(Filename)', ' ')" />
              </Target>
            </Project>
            """);
        Write("Tiny.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "App\App.csproj", "{7EC5EEC7-1D0E-4EAE-BD29-9FE6C718C7A5}"
            EndProject
            Global
              GlobalSection(SolutionConfigurationPlatforms) = preSolution
                Debug|Any CPU = Debug|Any CPU
              EndGlobalSection
              GlobalSection(ProjectConfigurationPlatforms) = postSolution
                {7EC5EEC7-1D0E-4EAE-BD29-9FE6C718C7A5}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
                {7EC5EEC7-1D0E-4EAE-BD29-9FE6C718C7A5}.Debug|Any CPU.Build.0 = Debug|Any CPU
              EndGlobalSection
            EndGlobal
            """);
        foreach (var package in _packages)
        {
            Write($"sdks/{package}/Standin.{package}.csproj", NothingToBuild);
        }

        if (feedHasPulumi)
        {
            PublishPulumi();
        }
    }

    /// <summary>What the build has remembered for every build; null when nothing.</summary>
    public string? Remembered
    {
        get => File.Exists(ChoiceFile) && File.ReadAllText(ChoiceFile).Trim() is var choice && !choice.Contains(' ') ? choice : null;
        set => File.WriteAllText(ChoiceFile, value);
    }

    /// <summary>Whether a package, named in lower case, is in the checkout's own package folder.</summary>
    public bool HasRestored(string package) => Directory.Exists(Path.Combine(_root, "packages", package));

    private string ChoiceFile => Path.Combine(_root, ".pulumi-sdk");

    /// <summary>Runs one command with <c>PulumiSdk</c> from nowhere but its arguments and <paramref name="environment"/>.</summary>
    public async Task<(int ExitCode, string Output)> DotnetAsync(string arguments, string? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        Isolate(start.Environment, _root);
        if (environment is not null)
        {
            start.Environment["PulumiSdk"] = environment;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Takes out of an environment what the user has set for builds of theirs, and keeps what NuGet writes in the checkout.</summary>
    public static void Isolate(IDictionary<string, string?> environment, string root)
    {
        // The tests are themselves run by MSBuild, whose settings a build of its own must not see.
        foreach (var inherited in environment.Keys.Where(name => _ofTheUser.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            environment.Remove(inherited);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["NUGET_PACKAGES"] = Path.Combine(root, "packages");
        environment["NUGET_HTTP_CACHE_PATH"] = Path.Combine(root, "http-cache");
    }

    /// <summary>Sets the only feed, and where its packages' advisories come from.</summary>
    /// <param name="feed">A folder or an address.</param>
    /// <param name="audit">The address of a source of advisories; null for none.</param>
    public void UseFeed(string feed, string? audit = null) => Write("nuget.config", $"""
        <configuration>
          <packageSources><clear /><add key="feed" value="{feed}" allowInsecureConnections="true" /></packageSources>
          <auditSources><clear />{(audit is null ? "" : $"""<add key="audit" value="{audit}" allowInsecureConnections="true" />""")}</auditSources>
        </configuration>
        """);

    /// <summary>Puts the Pulumi packages into the checkout's feed.</summary>
    /// <param name="hollow">The one that holds no assembly; null for none.</param>
    public void PublishPulumi(string? hollow = null)
    {
        WritePackage(TransitivePackage, "1.0.0", "", holdsAssembly: false);
        foreach (var package in _packages)
        {
            WritePackage(package, PinnedVersion(package), $"""<dependency id="{TransitivePackage}" version="1.0.0" />""", package != hollow);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string PinnedVersion(string package) =>
        File.ReadAllText(Path.Combine(_root, "Directory.Packages.props")).Split($"Include=\"{package}\" Version=\"")[1].Split('"')[0];

    /// <summary>A package with an assembly of its name, in which nothing is, or without one.</summary>
    private void WritePackage(string package, string version, string dependencies, bool holdsAssembly)
    {
        using var archive = ZipFile.Open(Path.Combine(_root, OwnFeed, $"{package}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(archive.CreateEntry($"{package}.nuspec").Open()))
        {
            nuspec.Write($"""
                <package><metadata><id>{package}</id><version>{version}</version><authors>t</authors><description>t</description>
                <dependencies><group targetFramework="net10.0">{dependencies}</group></dependencies></metadata></package>
                """);
        }

        using var file = archive.CreateEntry($"lib/net10.0/{(holdsAssembly ? $"{package}.dll" : "_._")}").Open();
        if (holdsAssembly)
        {
            var assembly = new PersistedAssemblyBuilder(new AssemblyName(package), typeof(object).Assembly);
            assembly.DefineDynamicModule(package);
            assembly.Save(file);
        }
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

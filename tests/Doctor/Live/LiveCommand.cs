using KedaStack.Tests.ScenarioTests;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>The built command as a process of its own, with a kubeconfig for a replay server.</summary>
internal sealed class LiveCommand : IDisposable
{
    /// <summary>The folder of recorded chains that the repository holds.</summary>
    public const string Chains = "tests/Scenarios/doctor-chains";

    private readonly TemporaryDirectory _home = new();

    /// <summary>The folder that it runs in, which is its user's home, too.</summary>
    public string Folder => _home.Path;

    /// <summary>Starts a server with a chain of the repository, and what is the same for all of them.</summary>
    public static Task<ReplayServer> ServeAsync(string chain) =>
        ReplayServer.StartAsync([RepositoryRoot.PathOf($"{Chains}/{chain}.json"), RepositoryRoot.PathOf($"{Chains}/_cluster.json")]);

    /// <summary>Writes a file of the folder, and gives its path.</summary>
    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Writes a shell script of the folder that can be run, and gives its path.</summary>
    public string WriteProgram(string name, string script)
    {
        var file = Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>Runs it with the kubeconfig <c>kubeconfig</c> of the folder.</summary>
    /// <param name="arguments">The command line.</param>
    public Task<ScenarioProcess> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs it with the kubeconfig <c>kubeconfig</c> of the folder, unless the environment names another one.</summary>
    /// <param name="environment">Variables.</param>
    /// <param name="arguments">The command line.</param>
    public Task<ScenarioProcess> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) => ScenarioProcess.RunAsync(
        new ScenarioLine(environment.ContainsKey("KUBECONFIG") ? environment : new Dictionary<string, string>(environment) { ["KUBECONFIG"] = Path.Combine(Folder, "kubeconfig") }, arguments, null), Folder, Folder);

    public void Dispose() => _home.Dispose();
}

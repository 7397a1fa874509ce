using KedaStack.Infra;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Sources;
using Pulumi;

return await Deployment.RunAsync(RunAsync);

static async Task<IDictionary<string, object?>> RunAsync()
{
    // Waited for on this thread, and not thrown: the SDK watches the task itself and, once this function has returned,
    // shows its failure with a stack trace.
    if (RequiredPulumi.Problem(Deployment.RequirePulumiVersionAsync(RequiredPulumi.Range)) is { } problem)
    {
        End(problem);
    }

    var config = Environment.GetEnvironmentVariable(PulumiConfigVariable.Name);
    var keys = PulumiConfigVariable.Keys(config, Deployment.Instance.ProjectName);
    var result = SettingsParser.Parse(RawSettings.FromConfig(new Config().Get, keys));
    if (result.IsValid && ProviderConfig.Problem(result.Settings.Cloud, PulumiConfigVariable.Keys(config, ProviderConfig.Namespace)) is { } unread)
    {
        throw new RunException(unread);
    }

    if (result.IsValid && KubeContexts.Problem(result.Settings.Platform.Cluster, KubeContexts.InUse()) is { } context)
    {
        throw new RunException($"The settings cannot be used:\n{context}");
    }

    // A RunException is shown without a stack trace: the mistake is in the settings, not in the program.
    return result.IsValid
        ? await StackProgram.RunAsync(result.Settings, End)
        : throw new RunException(string.Join('\n', result.Problems.Prepend<object>("The settings cannot be used:")));
}

static void End(string sentence)
{
    // With this exit code the SDK says that the user has been told; the engine then adds nothing.
    const int Told = 32;
    Console.Error.WriteLine(sentence);
    Environment.Exit(Told);
}

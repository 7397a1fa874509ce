using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Sources;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var keys = PulumiConfigVariable.Keys(
        Environment.GetEnvironmentVariable(PulumiConfigVariable.Name), Deployment.Instance.ProjectName);
    var result = SettingsParser.Parse(RawSettings.FromConfig(new Config().Get, keys));
    // A RunException is shown without a stack trace: the mistake is in the settings, not in the program.
    return result.IsValid
        ? new KedaStack.Infra.KedaStack("kedastack", result.Settings).Outputs.ToDictionary()
        : throw new RunException(string.Join('\n', result.Problems.Prepend<object>("The settings cannot be used:")));
});

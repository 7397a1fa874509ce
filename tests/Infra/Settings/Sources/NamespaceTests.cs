using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class NamespaceTests : IDisposable
{
    private readonly Shared.TemporaryDirectory _directory = new();

    public NamespaceTests() => File.Copy(Shared.RepositoryRoot.PathOf("Pulumi.yaml"), _directory.Combine("Pulumi.yaml"));

    [Theory]
    [InlineData("kedstack:threshold=5", "--config: is of another namespace and has no effect here (got \"kedstack:threshold\"); write threshold=5, or leave it out")]
    [InlineData("my:threshold=5", "--config: is of another namespace and has no effect here (got \"my:threshold\"); write threshold=5, or leave it out")]
    public void CommandLine_KeyOfAnotherNamespace_IsRefused(string assignment, string message) =>
        Assert.Equal([message], Problems("config: {}\n", assignment));

    [Theory]
    [InlineData("config:\n  kedstack:threshold: 5\n", "Pulumi.dev.yaml:2:3: is of another namespace, whose name is nearly the project's (got \"kedstack:threshold\"); did you mean kedastack:threshold?")]
    [InlineData("conifg:\n  kedastack:threshold: 5\n", "Pulumi.dev.yaml:1:1: conifg is not a key of a stack's file (got it at the top of the file); did you mean config?")]
    [InlineData("config: {}\nencryptionsal: v1\n", "Pulumi.dev.yaml:2:1: encryptionsal is not a key of a stack's file (got it at the top of the file); did you mean encryptionsalt?")]
    public void File_NameThatIsNearlyRight_IsRefused(string file, string message) => Assert.Equal([message], Problems(file));

    [Theory]
    [InlineData("config:\n  kedastack:threshold: 5\n  azure-native:location: westeurope\n")]
    [InlineData("secretsprovider: passphrase\nencryptionsalt: v1\nenvironment: [a]\nconfig: {}\n")]
    [InlineData("# mine\nbackend: {}\nconfig: {}\n")]
    public void File_OfOthersBesides_IsTaken(string file) => Assert.Empty(Problems(file));

    [Theory]
    [InlineData("9000000000000000", true)]
    [InlineData("9000000000000000.001", false)]
    [InlineData("99999999999999999999", false)]
    public void Threshold_BeyondAQuantity_IsRefused(string threshold, bool isTaken)
    {
        Assert.Equal(isTaken, Problems("config: {}\n", $"threshold={threshold}").Count == 0);
        Assert.Equal(isTaken, Problems("config: {}\n", $"activationThreshold={threshold}").Count == 0);
    }

    public void Dispose() => _directory.Dispose();

    private List<string> Problems(string file, params string[] assignments)
    {
        File.WriteAllText(_directory.Combine("Pulumi.dev.yaml"), file);
        return [.. StackConfiguration.Load(_directory.Path, "dev", assignments).Result.Problems.Select(problem => problem.ToString())];
    }
}

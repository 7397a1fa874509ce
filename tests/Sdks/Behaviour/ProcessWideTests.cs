using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.Utilities;

namespace KedaStack.Tests.Sdks.Behaviour;

[Collection(ProcessWideCollection.Name)]
public sealed class ProcessWideTests : IDisposable
{
    private const string ConfigVariable = "PULUMI_CONFIG";

    private readonly string? _config = Environment.GetEnvironmentVariable(ConfigVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ConfigVariable, _config);
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task FailedRun_SetsTheExitCode()
    {
        Environment.ExitCode = 0;
        await Assert.ThrowsAsync<RunException>(() => new RecordingMocks().RunAsync(() => throw new RunException("failed")));

        Assert.Equal(32, Environment.ExitCode);
    }

    [Fact]
    public async Task LoggedError_LeavesTheExitCode()
    {
        Environment.ExitCode = 0;
        await Assert.ThrowsAsync<RunException>(() => new RecordingMocks().RunAsync(() => Log.Error("failed")));

        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public async Task Config_IsReadFromTheEnvironment() => await WithConfigAsync(
        """{"project:text":"t","project:number":"3","project:flag":"true","project:config:old":"o"}""",
        async () =>
        {
            var config = new Config();
            Assert.Equal("t", config.Get("text"));
            Assert.Equal(3, config.GetInt32("number"));
            Assert.True(config.GetBoolean("flag"));
            Assert.Equal("o", config.Require("old"));
            Assert.Null(config.Get("missing"));
            Assert.Null(config.GetInt32("missing"));
            Assert.True(await Output.IsSecretAsync(config.RequireSecret("text")));
            Assert.Equal("t", await OutputUtilities.GetValueAsync(config.GetSecret("text")!));
        });

    [Theory]
    [InlineData("number", "Configuration 'project:number' value 'x' is not a valid Int32")]
    [InlineData("flag", "Configuration 'project:flag' value 'x' is not a valid Boolean")]
    [InlineData("missing", "Missing Required configuration variable 'project:missing'\n\tplease set a value using the command `pulumi config set project:missing <value>`")]
    public async Task Config_Invalid_SaysWhich(string key, string message) => await WithConfigAsync(
        """{"project:number":"x","project:flag":"x"}""",
        () =>
        {
            var config = new Config();
            var failure = Assert.ThrowsAny<RunException>(() => key switch
            {
                "number" => (object?)config.GetInt32(key),
                "flag" => config.GetBoolean(key),
                _ => config.Require(key),
            });
            Assert.Equal(message, failure.Message);
            return Task.CompletedTask;
        });

    private static async Task WithConfigAsync(string json, Func<Task> program)
    {
        Environment.SetEnvironmentVariable(ConfigVariable, json);
        await new RecordingMocks().RunAsync(program);
    }
}

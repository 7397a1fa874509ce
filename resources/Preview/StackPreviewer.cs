using KedaStack.Resources.Given;
using KedaStack.Resources.Graph;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace KedaStack.Resources.Preview;

/// <summary>Runs the stack's own program without an engine, an account or a network.</summary>
internal static class StackPreviewer
{
    /// <summary>Previews a stack.</summary>
    /// <exception cref="RunException">The program itself failed.</exception>
    public static async Task<ResourceGraph> RunAsync(PreviewRequest request)
    {
        var mocks = request.CreateMocks();
        var recorder = new ResourceRecorder();
        var outputs = await RunProgramAsync(request, mocks, recorder);
        var shownOutputs = new SortedDictionary<string, GraphOutput>(StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in outputs)
        {
            var output = value as Output<string> ?? Output.Create(value as string ?? "");
            var isSecret = await Output.IsSecretAsync(output);
            var text = await OutputUtilities.GetValueAsync(output);
            shownOutputs[name] = isSecret ? new GraphOutput("", IsSecret: true) : new GraphOutput(text, IsSecret: false);
            if (isSecret)
            {
                secrets.Add(text);
            }
        }

        var reader = new ResourceReader(request, mocks, recorder, secrets);
        return new ResourceGraph
        {
            Stack = request.Stack,
            Resources = await reader.ReadAllAsync(),
            Outputs = shownOutputs,
            Given = GivenFacts.Of(request.Settings, request.Given),
        };
    }

    /// <summary>Runs the program only, for whoever looks at the mocks afterwards.</summary>
    /// <returns>The stack's outputs.</returns>
    /// <exception cref="RunException">The program itself failed.</exception>
    public static async Task<IDictionary<string, object?>> RunProgramAsync(PreviewRequest request, IMocks mocks, ResourceRecorder recorder)
    {
        // Known mode: an unknown value inside an input would hide the whole input.
        var options = new TestOptions { IsPreview = false, ProjectName = request.Project, StackName = request.Stack };
        var exitCode = Environment.ExitCode;
        try
        {
            var (_, outputs) = await Deployment.TestAsync(mocks, options, () => new Infra.KedaStack(
                "kedastack",
                request.Settings,
                new ComponentResourceOptions { ResourceTransformations = { recorder.Record } }).Outputs.ToDictionary());
            return outputs;
        }
        finally
        {
            // A failing run sets the exit code of the whole process.
            Environment.ExitCode = exitCode;
        }
    }
}

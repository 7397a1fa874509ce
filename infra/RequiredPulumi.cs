namespace KedaStack.Infra;

/// <summary>The Pulumi CLI that the program needs.</summary>
internal static class RequiredPulumi
{
    /// <summary>
    /// The first version whose engine calls error hooks on every error of a provider (pulumi/pulumi#23347); from 3.217 on
    /// it has them, but leaves out the errors that this stack waits for. The lists of objects in Pulumi.yaml are older
    /// (pulumi/pulumi#20132, about 3.186).
    /// </summary>
    public const string Version = "3.244.0";

    /// <summary>The same as a range, for the engine and for Pulumi.yaml, which the CLI itself reads from 3.219 on.</summary>
    public const string Range = $">={Version}";

    /// <summary>Waits for the engine's answer on <see cref="Range"/>.</summary>
    /// <param name="answer">What <c>Deployment.RequirePulumiVersionAsync</c> gave: a task that fails when the CLI is older.</param>
    /// <returns>One sentence that says what to do; null when the CLI will do.</returns>
    public static string? Problem(Task answer)
    {
        try
        {
            // Before anything else runs: see Program.
            answer.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return $"This program needs the Pulumi CLI {Version} or newer ({exception.Message.TrimEnd('.')}); "
                + "install it from https://www.pulumi.com/docs/install/ and run the command again";
        }
    }
}

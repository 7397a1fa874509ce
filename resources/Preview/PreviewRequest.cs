using System.Collections.Immutable;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Given;

namespace KedaStack.Resources.Preview;

/// <summary>What is previewed.</summary>
internal sealed record PreviewRequest
{
    /// <summary>The Pulumi project.</summary>
    public required string Project { get; init; }

    /// <summary>The Pulumi stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The settings.</summary>
    public required StackSettings Settings { get; init; }

    /// <summary>Outputs that are known after all, by their reference: their value takes the token's place.</summary>
    public ImmutableDictionary<string, string> KnownOutputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was read of what the stack builds on.</summary>
    public GivenReads Given { get; init; } = GivenReads.None;

    /// <summary>The mocks of a run.</summary>
    public PreviewMocks CreateMocks()
    {
        var known = KnownOutputs.SetItems(Given.KnownOutputs);
        if (Settings.Platform.Metrics is ExistingWorkspace workspace)
        {
            known = known.SetItem("existing-workspace.id", workspace.Id.ToString());
        }

        return new PreviewMocks(known, Settings.Keda.Installation == KedaInstallation.AddOn);
    }

    /// <summary>The preview of a configuration without problems.</summary>
    public static PreviewRequest Of(StackConfiguration configuration) => new()
    {
        Project = configuration.Project,
        Stack = configuration.Stack,
        Settings = configuration.Result.Settings
            ?? throw new ArgumentException("The configuration has problems.", nameof(configuration)),
    };
}

namespace KedaStack.Cli.Preview;

/// <summary>The Pulumi SDK that this build uses.</summary>
internal static class PulumiSdk
{
    /// <summary>One line on which SDK is in use. The build writes its choice into the runtime configuration.</summary>
    public static string Description => AppContext.GetData("KedaStack.PulumiSdk") switch
    {
        "official" => "Pulumi SDK: the official packages.",
        "standin" => "Pulumi SDK: the stand-ins of sdks/, good for everything but pulumi up (docs/pulumi-sdk.md).",
        _ => "Pulumi SDK: unknown.",
    };
}

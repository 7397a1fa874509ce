using KedaStack.Cli.Checks.Model;

namespace KedaStack.Cli.Checks.Scaling;

/// <summary>What KEDA makes of an empty result.</summary>
internal static class NullValues
{
    /// <summary>Whether it takes it for 0; the default.</summary>
    public static bool AreIgnored(PrometheusTrigger trigger) =>
        trigger.Metadata("ignoreNullValues") is not ("false" or "False" or "FALSE" or "f" or "F" or "0");
}

using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>What KEDA makes of an empty result.</summary>
internal static class NullValues
{
    /// <summary>Whether it takes it for 0; the default.</summary>
    public static bool AreIgnored(PrometheusTrigger trigger) =>
        trigger.Metadata("ignoreNullValues") is not ("false" or "False" or "FALSE" or "f" or "F" or "0");
}

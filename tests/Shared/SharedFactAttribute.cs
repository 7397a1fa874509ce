namespace KedaStack.Tests.Shared;

/// <summary>A fact that needs a folder or file of <c>../shared</c>; skipped, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="relative">The path in <c>../shared</c>.</param>
    public SharedFactAttribute(string relative) => Skip = SharedFolder.SkipReason(relative);
}

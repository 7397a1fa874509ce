namespace KedaStack.Tests.Shared;

/// <summary>A theory that needs a folder or file of <c>../shared</c>; skipped, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <param name="relative">The path in <c>../shared</c>.</param>
    public SharedTheoryAttribute(string relative) => Skip = SharedFolder.SkipReason(relative);
}

using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor;

/// <summary>A link with how it is.</summary>
/// <param name="Id">The link.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="FollowsFrom">The link before it whose fault leads to this one; null for none.</param>
internal sealed record LinkResult(string Id, LinkVerdict Verdict, string? FollowsFrom);

namespace KedaStack.Reports.Preview;

/// <summary>How long markdown for a comment may be.</summary>
internal static class CommentLimit
{
    /// <summary>GitHub's limit: <c>body is too long (maximum is 65536 characters)</c>.</summary>
    public const int GitHubCharacters = 65_536;

    /// <summary>What is left for the rest of the comment: its marker, findings of checks, a link to the run.</summary>
    public const int ReservedCharacters = 15_536;

    /// <summary>What a preview or a diff may take.</summary>
    public const int Characters = GitHubCharacters - ReservedCharacters;
}

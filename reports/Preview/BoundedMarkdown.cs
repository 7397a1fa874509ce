using System.Text;

namespace KedaStack.Reports.Preview;

/// <summary>Markdown that stays under a limit, whole blocks only: a cut inside one would break what follows.</summary>
/// <param name="maximumCharacters">The limit.</param>
/// <param name="note">What to say when so many blocks were left out.</param>
internal sealed class BoundedMarkdown(int maximumCharacters, Func<int, string> note)
{
    // The longest note, with any count of an int.
    private readonly int _room = maximumCharacters - note(int.MaxValue).Length;
    private readonly StringBuilder _text = new();
    private int _leftOut;

    /// <summary>Adds a block; from the first that does not fit on, all are left out.</summary>
    public void Add(string block)
    {
        if (_leftOut > 0 || _text.Length + block.Length > _room)
        {
            _leftOut++;
            return;
        }

        _text.Append(block);
    }

    /// <inheritdoc/>
    public override string ToString() => _text + (_leftOut > 0 ? note(_leftOut) : "");
}

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

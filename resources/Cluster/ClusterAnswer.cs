using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster;

/// <summary>What a GET on a path of an API server gave.</summary>
/// <param name="Path">The path with its query.</param>
/// <param name="Status">The HTTP status; null when nothing came in time, or at all.</param>
/// <param name="ContentType">The content type; null when there was none.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Body">The body as JSON; null when it was none.</param>
/// <param name="Text">The body when it is not JSON.</param>
/// <param name="Problem">Why there is no status: <c>no answer within 10 s</c>, <c>connection refused</c>; null when there is one, or where a file does not say.</param>
internal sealed record ClusterAnswer(string Path, int? Status, string? ContentType, long Milliseconds, JsonNode? Body, string? Text = null, string? Problem = null)
{
    private const int Ok = 200;
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int LongestShown = 300;

    private bool _wasAsked = true;

    /// <summary>Whether the object or the list is here.</summary>
    public bool IsOk => Status == Ok && Body is JsonObject && !IsPart;

    /// <summary>Whether it is a page of a list of which there are more: what is not among its objects may be there all the same.</summary>
    public bool IsPart => Status == Ok && ApiPath.IsList(Path) && Body.Text("metadata.continue") is { Length: > 0 };

    /// <summary>Whether the server said that there is no such thing.</summary>
    public bool IsMissing => Status == NotFound;

    /// <summary>Whether the reader may not read it.</summary>
    public bool IsForbidden => Status == Forbidden;

    /// <summary>Whether it was asked and nothing came back.</summary>
    public bool IsSilent => _wasAsked && Status is null && Problem is null or NoAnswer;

    /// <summary>Whether nothing is known: it was never asked, or rights, token, connection or the server's state were in the way.</summary>
    public bool IsUnread => !IsOk && !IsMissing;

    /// <summary>Whether it was never asked, or the reader's own rights, token or connection were in the way.</summary>
    public bool IsReadersOwn => !_wasAsked || Status is Unauthorized or Forbidden || (Status is null && Problem is not (null or NoAnswer));

    /// <summary>What <see cref="Problem"/> says when a server was there, and gave no answer in time.</summary>
    public const string NoAnswer = "no answer in time";

    /// <summary>An answer that nobody asked for.</summary>
    /// <param name="path">The path.</param>
    public static ClusterAnswer NotAsked(string path) => new(path, null, null, 0, null) { _wasAsked = false };

    /// <summary>The message of the server's Status object, or of Azure Resource Manager's error, else the text; empty for none.</summary>
    public string Message => Body.Text("message") ?? Body.Text("error.message") ?? Text?.Trim() ?? "";

    /// <summary>Why nothing is known, in a few words.</summary>
    public string WhyUnread => this switch
    {
        { _wasAsked: false } => "not among what was read",
        { Status: Unauthorized } => "the server does not know your token (401)",
        { Status: Forbidden } => $"forbidden: {(Message.Length > 0 ? Short(Message) : "your account may not read it")}",
        { IsPart: true } => "only a part of the list was read",
        { Status: Ok } => "what answers is no API server: it sends no JSON",
        { Status: { } status } => $"HTTP {status.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(Message.Length > 0 ? $": {Short(Message)}" : "")}",
        _ => Problem ?? "no answer",
    };

    /// <summary>A text of a server on one line, which may be a page of something in between.</summary>
    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestShown ? line : $"{line[..LongestShown]}...";
    }
}

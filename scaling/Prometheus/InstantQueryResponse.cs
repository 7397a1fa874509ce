namespace KedaStack.Scaling.Prometheus;

/// <summary>
/// An answer to an instant query as far as KEDA looks at it: the status, whether the body could be read, how many
/// elements it has and what the first one holds.
/// </summary>
public sealed record InstantQueryResponse
{
    /// <summary>The status of a good answer.</summary>
    public const int Ok = 200;

    /// <summary>The HTTP status.</summary>
    public int HttpStatus { get; init; } = Ok;

    /// <summary>Whether the status is one of success; only then KEDA reads the body.</summary>
    internal bool IsSuccess => HttpStatus is >= 200 and <= 299;

    /// <summary>Why the body could not be read, in the words of Go's encoding/json; null when it could.</summary>
    public string? BodyError { get; init; }

    /// <summary>The elements of the result.</summary>
    public int ElementCount { get; init; }

    /// <summary>The entries of the first element's value: time and number; 0 for a range vector, which has none.</summary>
    public int ValueLength { get; init; }

    /// <summary>The number of the first element, as text.</summary>
    public InstantQueryValue Value { get; init; }

    /// <summary>An empty vector.</summary>
    public static InstantQueryResponse Empty { get; } = new();

    /// <summary>A vector of one element.</summary>
    /// <param name="text">Its number as Prometheus writes it: <c>4.5</c>, <c>NaN</c>, <c>+Inf</c>.</param>
    public static InstantQueryResponse Vector(string text) =>
        new() { ElementCount = 1, ValueLength = 2, Value = InstantQueryValue.Of(text) };

    /// <summary>An answer that is no success.</summary>
    /// <param name="httpStatus">The HTTP status.</param>
    public static InstantQueryResponse Failed(int httpStatus) => new() { HttpStatus = httpStatus };

    /// <summary>Reads the body of an answer as KEDA does.</summary>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="body">The body; not looked at unless the status is a success.</param>
    public static InstantQueryResponse Parse(int httpStatus, ReadOnlySpan<byte> body) => Failed(httpStatus) is { IsSuccess: false } failed
        ? failed
        : GoQueryResult.Read(body) with { HttpStatus = httpStatus };
}

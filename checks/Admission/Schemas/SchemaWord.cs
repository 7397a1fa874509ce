using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>A value that a field takes, with the versions of KEDA that take it.</summary>
/// <param name="Text">The value.</param>
/// <param name="Since">The first version; null for one as old as is known.</param>
/// <param name="Before">The first version without it; null for none.</param>
internal sealed record SchemaWord(string Text, KedaVersion? Since, KedaVersion? Before)
{
    /// <summary>Reads <c>word</c>, <c>word&gt;=2.20</c> or <c>word&lt;2.15</c>.</summary>
    public static SchemaWord Parse(string text) =>
        text.Split(">=") is [var from, var since] ? new SchemaWord(from, KedaVersion.TryParse($"{since}.0"), null)
        : text.Split('<') is [var until, var before] ? new SchemaWord(until, null, KedaVersion.TryParse($"{before}.0"))
        : new SchemaWord(text, null, null);

    /// <summary>Whether a version takes it.</summary>
    public bool IsKnownTo(KedaVersion keda) => (Since is not { } since || keda >= since) && (Before is not { } before || keda < before);
}

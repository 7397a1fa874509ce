using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Messages;

namespace KedaStack.Doctor.Evidence;

/// <summary>How a link is.</summary>
internal enum LinkState
{
    /// <summary>Right.</summary>
    Pass,

    /// <summary>It works, but not as one may think.</summary>
    Warning,

    /// <summary>Broken.</summary>
    Fail,

    /// <summary>Not known.</summary>
    NotRead,
}

/// <summary>How a link is, and why.</summary>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found; why it is not known.</param>
internal sealed record LinkVerdict(LinkState State, string Found)
{
    /// <summary>What it means.</summary>
    public string? Means { get; init; }

    /// <summary>The one command, or step, that mends it.</summary>
    public string? Mend { get; init; }

    /// <summary>Whether it may be nothing but what an earlier link's fault leads to.</summary>
    public bool IsConsequence { get; init; }

    /// <summary>Right.</summary>
    public static LinkVerdict Pass(string found) => new(LinkState.Pass, found);

    /// <summary>Not known.</summary>
    public static LinkVerdict NotRead(string why) => new(LinkState.NotRead, why);

    /// <summary>Works, but not as one may think.</summary>
    public static LinkVerdict Warning(string found, string means, string mend) => new(LinkState.Warning, found) { Means = means, Mend = mend };

    /// <summary>Broken.</summary>
    public static LinkVerdict Fail(string found, string means, string mend) => new(LinkState.Fail, found) { Means = means, Mend = mend };

    /// <summary>Broken, as a message says.</summary>
    public static LinkVerdict Fail(string found, MessageCause cause, Chain chain) => Fail(found, cause.Means, MessageTable.Command(cause.Mend, chain));
}

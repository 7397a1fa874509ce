namespace KedaStack.Checks.Rules;

/// <summary>What there is to know about a check before it has run; docs/checks.md is made of these.</summary>
internal sealed record CheckInfo
{
    /// <summary>Why checks of Azure's resources say nothing about files.</summary>
    public const string NoAzure = "files have no Azure resources";

    /// <summary>Why checks of Pulumi's options and of its own resources say nothing about files.</summary>
    public const string NoPulumi = "files have no Pulumi resources";

    /// <summary>Why rules of taste, which others need not share, say nothing about files.</summary>
    public const string OwnRule = "a rule that this project sets for its own stack";

    /// <summary>Its stable id: lower-case words with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>How bad it is when it finds something.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The rule, as a sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What somebody who breaks the rule sees live, with the error's own words where there are any.</summary>
    public required string Failure { get; init; }

    /// <summary>Why that happens.</summary>
    public required string Cause { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>What to do in files, where that is something else; null for the same.</summary>
    public string? FixInFiles { get; init; }

    /// <summary>Why the check says nothing about files; null for one that reads them as well.</summary>
    public string? NotForFiles { get; init; }

    /// <summary>Whether the check is about files only, such as what a stack's program cannot get wrong.</summary>
    public bool IsOnlyForFiles { get; init; }

    /// <summary>Whether its findings are the words of the cluster itself, so that other checks need not say the same of the same place.</summary>
    public bool IsCluster { get; init; }

    /// <summary>The types of resources that it is about: without any of them among files it is not applicable. Empty for any.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Where the check is described, from the root of the repository.</summary>
    public string Link => $"docs/checks.md#{Id}";
}

/// <summary>Checks on one theme.</summary>
/// <param name="Name">The theme.</param>
/// <param name="Checks">The checks.</param>
internal sealed record CheckGroup(string Name, IReadOnlyList<Check> Checks);

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>It works; what the cluster says of it, or what does nothing, and why.</summary>
    Information,

    /// <summary>It works, but not as one may think.</summary>
    Warning,

    /// <summary>It cannot work.</summary>
    Error,
}

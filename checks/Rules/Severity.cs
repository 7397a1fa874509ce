namespace KedaStack.Checks.Rules;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>It works, but not as one may think.</summary>
    Warning,

    /// <summary>It cannot work.</summary>
    Error,
}

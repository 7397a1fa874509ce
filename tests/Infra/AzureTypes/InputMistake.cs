namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>What can be wrong with an input.</summary>
internal enum InputMistake
{
    /// <summary>A letter too many in its name.</summary>
    Renamed,

    /// <summary>A value of another JSON type.</summary>
    WrongType,

    /// <summary>A letter too many in a value that is one word.</summary>
    WrongWord,

    /// <summary>It is not there.</summary>
    Removed,
}

namespace KedaStack.Infra.Clouds;

/// <summary>An Azure with its own sign-in, portal and addresses.</summary>
public enum AzureCloud
{
    /// <summary>Azure's public cloud.</summary>
    Public,

    /// <summary>Azure Government (United States).</summary>
    UsGovernment,

    /// <summary>Azure in China, operated by 21Vianet.</summary>
    China,
}

namespace KedaStack.Infra.Settings;

/// <summary>KEDA and its identity.</summary>
public sealed record KedaSettings
{
    /// <summary>Where KEDA comes from.</summary>
    public required KedaInstallation Installation { get; init; }

    /// <summary>The version of the Helm chart; semantic version.</summary>
    public required string ChartVersion { get; init; }

    /// <summary>The namespace of the Helm release, or of the operator that is there.</summary>
    public required string Namespace { get; init; }

    /// <summary>The service account of the operator that is there.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>How long to wait after the federated credential has been created or changed, for Entra ID to know it everywhere.</summary>
    public required TimeSpan CredentialPropagation { get; init; }
}

/// <summary>Where KEDA comes from.</summary>
public enum KedaInstallation
{
    /// <summary>The Helm chart kedacore/keda, in a namespace of its own.</summary>
    Helm,

    /// <summary>The add-on of AKS, in kube-system; its version goes with the Kubernetes version.</summary>
    AddOn,

    /// <summary>It is there already, and somebody else's.</summary>
    Existing,
}

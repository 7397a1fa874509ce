namespace KedaStack.Infra.Settings;

/// <summary>Where KEDA comes from.</summary>
public enum KedaInstallation
{
    /// <summary>The Helm chart kedacore/keda, in a namespace of its own.</summary>
    Helm,

    /// <summary>The add-on of AKS, in kube-system; its version goes with the Kubernetes version.</summary>
    AddOn,
}

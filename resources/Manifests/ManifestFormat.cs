namespace KedaStack.Resources.Manifests;

/// <summary>Who applies the manifests.</summary>
internal enum ManifestFormat
{
    /// <summary>kubectl, by the kustomization.</summary>
    Kustomize,

    /// <summary>Argo CD, in waves, with an Application that leaves the replicas to KEDA.</summary>
    ArgoCd,

    /// <summary>Flux, with a Kustomization that waits.</summary>
    Flux,
}

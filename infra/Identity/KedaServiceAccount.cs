using KedaStack.Infra.Settings;

namespace KedaStack.Infra.Identity;

/// <summary>The Kubernetes service account that KEDA's operator runs as.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record KedaServiceAccount(string Namespace, string Name)
{
    /// <summary>The subject of its tokens, as the federated credential must spell it.</summary>
    public string Subject => $"system:serviceaccount:{Namespace}:{Name}";

    /// <summary>The account of an installation: the add-on's is in kube-system, the chart's in the release's namespace, that of a KEDA that is there where the settings say.</summary>
    public static KedaServiceAccount Of(KedaSettings settings) => settings.Installation switch
    {
        KedaInstallation.Helm => new(settings.Namespace, "keda-operator"),
        KedaInstallation.Existing => new(settings.Namespace, settings.ServiceAccount),
        KedaInstallation.AddOn => new("kube-system", "keda-operator"),
        _ => throw new ArgumentOutOfRangeException(
            nameof(settings), settings.Installation, "There is no such installation of KEDA."),
    };
}

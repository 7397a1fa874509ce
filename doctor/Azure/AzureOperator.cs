using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether AKS' add-on and the operator that runs are one.</summary>
internal static class AzureOperator
{
    private const string OfAddOn = "kube-system";

    /// <summary>What is wrong; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? Judge(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        return azure.Cluster.IsTrue("workloadAutoScalerProfile.keda.enabled") && chain.Keda.Operators is [var one] && one.Text("metadata.namespace") is { } ns && ns != OfAddOn
            ? AzureCauses.AddOn.Warn($"AKS' KEDA add-on is on, and the operator runs in {ns}", azure) : null;
    }
}

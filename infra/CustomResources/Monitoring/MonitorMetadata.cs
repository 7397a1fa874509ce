using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>Makes the metadata of monitors.</summary>
internal static class MonitorMetadata
{
    /// <summary>The metadata, without labels where there are none.</summary>
    /// <param name="name">The monitor's name.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="labels">Its labels, by which a Prometheus may choose it.</param>
    public static ObjectMetaArgs Create(Input<string> name, Input<string> ns, IReadOnlyDictionary<string, string> labels)
    {
        var metadata = new ObjectMetaArgs { Name = name, Namespace = ns };
        if (labels.Count > 0)
        {
            metadata.Labels = labels.ToDictionary();
        }

        return metadata;
    }
}

using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Links;

/// <summary>Whether the next change of a ScaledObject is let in.</summary>
internal sealed class AdmissionLink() : Link(
    LinkIds.Admission, "the webhook configurations of keda.sh, their Services and the Deployment behind them",
    "nothing at all: what runs goes on. A webhook that cannot answer is a warning, as the next apply fails")
{
    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var read = chain.Answers.Get(ApiPath.Webhooks);
        if (!read.IsOk)
        {
            return LinkVerdict.NotRead($"webhook configurations: {read.WhyUnread}");
        }

        var webhooks = chain.Answers.Items(ApiPath.Webhooks).SelectMany(one => one.Objects("webhooks"))
            .Where(one => one.Objects("rules").Any(rule => rule.Texts("apiGroups").Contains("keda.sh") && rule.Texts("resources").Contains("scaledobjects"))).ToList();
        foreach (var webhook in webhooks)
        {
            if (Objection(chain, webhook) is { } objection)
            {
                return webhook.Text("failurePolicy") == "Ignore"
                    ? LinkVerdict.Warning(objection, "failurePolicy is Ignore: objects are taken without a look at them", Mend(chain))
                    : LinkVerdict.Warning(objection, "each apply of a ScaledObject fails until it answers: failed calling webhook. What runs goes on", Mend(chain));
            }
        }

        return LinkVerdict.Pass(webhooks.Count == 0 ? "no webhook of KEDA's is configured: nothing is checked at an apply" : "its webhook is there");
    }

    private static string? Objection(Chain chain, JsonObject webhook)
    {
        if (webhook.Text("clientConfig.url") is { } url)
        {
            return $"webhook {webhook.Text("name")} is at {url.Split('?')[0]}, which is no Service of this cluster: nothing of KEDA's answers there";
        }

        var (ns, name) = (webhook.Text("clientConfig.service.namespace") ?? "", webhook.Text("clientConfig.service.name") ?? "");
        var services = ApiPath.Core(ns, "services");
        if (chain.Answers.Get(services).IsOk && !chain.Answers.Items(services).Any(one => one.Text("metadata.name") == name))
        {
            return $"webhook {webhook.Text("name")} asks Service {ns}/{name}, which does not exist";
        }

        var deployments = chain.Keda.Of(KedaInstallation.WebhooksName).Where(one => one.Text("metadata.namespace") == ns).ToList();
        return deployments is [var one, ..] && KedaInstallation.IsDown(one)
            ? $"webhook {webhook.Text("name")} asks Service {ns}/{name}, and Deployment {one.Text("metadata.name")} has no pod that is available"
            : null;
    }

    private static string Mend(Chain chain) => MessageTable.Command("kubectl -n {operator} get deployments,services,endpointslices", chain);
}

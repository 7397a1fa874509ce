using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission;

/// <summary>What a cluster answers to an object that is created.</summary>
/// <param name="Status">The HTTP status: 201, 400 of what cannot be decoded, 422 of the API server, 403 of KEDA's webhook.</param>
/// <param name="Message">Its words; null for 201.</param>
/// <param name="Warnings">The webhook's warnings.</param>
internal sealed record AdmissionVerdict(int Status, string? Message, IReadOnlyList<string> Warnings)
{
    private const string Webhook = "admission webhook \"vscaledobject.kb.io\" denied the request: ";

    /// <summary>The verdict on an object, beside what else there is.</summary>
    public static AdmissionVerdict Of(GraphResource resource, StackView stack)
    {
        var keda = stack.Keda.Version ?? KedaVersion.Newest;
        var refused = ApiServer.Refusals(resource, stack).Select(fault => fault.Message).ToList();
        if (ApiServer.Undecoded(resource) is [var first, ..])
        {
            return new AdmissionVerdict(400, first.Message, []);
        }

        if (refused.Count > 0)
        {
            var words = refused is [var only] ? only : $"[{string.Join(", ", refused)}]";
            return new AdmissionVerdict(422, $"{ApiServer.NameOf(resource)} is invalid: {words}", []);
        }

        if (resource.Type != ResourceTypes.ScaledObject)
        {
            return new AdmissionVerdict(201, null, []);
        }

        return ScaledObjectWebhook.Denials(resource, stack).FirstOrDefault() is { } denial
            ? new AdmissionVerdict(403, Webhook + denial.Message, [])
            : new AdmissionVerdict(201, null, [.. WebhookWarnings.Of(resource, keda.Semantics.Warnings)]);
    }
}

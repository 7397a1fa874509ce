using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

/// <summary>A request that a server got.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Form">The form in the body.</param>
internal sealed record RecordedRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Form)
{
    public static async Task<RecordedRequest> OfAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        return new RecordedRequest(
            request.Method,
            request.Path,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
    }
}

namespace KedaStack.Tests.Workload.Scripts.Running;

internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public bool Closes => Headers.TryGetValue("connection", out var value) && value == "close";
}

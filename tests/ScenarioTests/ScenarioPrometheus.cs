using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>
/// The Prometheus of a scenario that brings <c>prometheus-answers.json</c>: an object whose names are queries and whose values are
/// their answers, a number, or null for 403. Its address stands as <c>&lt;prometheus&gt;</c> in command lines, inputs and what is written.
/// </summary>
internal sealed partial class ScenarioPrometheus : IAsyncDisposable
{
    /// <summary>The name of the file.</summary>
    public const string AnswersFile = "prometheus-answers.json";

    private const string Placeholder = "<prometheus>";

    private readonly LocalServer? _server;

    private ScenarioPrometheus(LocalServer? server) => _server = server;

    /// <summary>Starts it; without the file there is none.</summary>
    /// <param name="folder">The scenario's folder.</param>
    public static async Task<ScenarioPrometheus> StartAsync(string folder)
    {
        var file = Path.Combine(folder, AnswersFile);
        if (!File.Exists(file))
        {
            return new(null);
        }

        var answers = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        return new(await LocalServer.StartAsync(context => AnswerAsync(context, answers)));
    }

    /// <summary>With its address in the place of what stands for it.</summary>
    public string Reached(string text) => _server is null ? text : text.Replace(Placeholder, _server.Address.ToString(), StringComparison.Ordinal);

    /// <summary>With what stands for its address in its place; when it was asked and how long that took stays open.</summary>
    public string Shown(string text) => _server is null ? text
        : WhenAsked().Replace(text.Replace(_server.Address.ToString(), Placeholder, StringComparison.Ordinal), "...");

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z|(?<=HTTP [0-9]{3} after )[0-9.]+(?= s)|(?<=\"tookSeconds\": )[0-9.E-]+")]
    private static partial Regex WhenAsked();

    private static async Task AnswerAsync(HttpContext context, JsonObject answers)
    {
        var form = await context.Request.ReadFormAsync();
        if (answers[form["query"].ToString()] is { } value)
        {
            await context.Response.WriteAsync(Clients.Vector((double)value));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

using System.CommandLine;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Prometheus;

namespace KedaStack.Cli.Options;

/// <summary>The options that say which Prometheus is asked, as whom and how long.</summary>
internal sealed class PrometheusOptions
{
    private const string Azure = "azure";
    private const string None = "none";
    private static readonly TimeSpan _shortestTimeout = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromHours(1);

    private readonly Option<string?> _address = new(PrometheusChoice.AddressName)
    {
        Description = "The address of Prometheus. Default: the stack's output queryEndpoint, which is read with the pulumi CLI.",
        HelpName = "url",
    };

    private readonly Option<string?> _credential = new("--credential")
    {
        Description = "azure: a token of az login, a workload identity or the environment; none: no token. Default: azure for an Azure Monitor workspace, else none.",
        HelpName = "azure|none",
    };

    private readonly Option<string?> _timeout = new("--timeout")
    {
        Description = "How long one request may take. Default: 30s.",
        HelpName = "duration",
    };

    /// <summary>The options' names, for messages about those that do not go with another one.</summary>
    public IReadOnlyList<string> Names => [_address.Name, _credential.Name, _timeout.Name];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_credential);
        command.Options.Add(_timeout);
    }

    /// <summary>Reads the options; nobody is asked yet.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public PrometheusChoice Read(ParseResult arguments, ICollection<SettingsProblem> problems) => new(
        arguments.GetValue(_address) is { } text ? PrometheusChoice.Read(text, problems) : null,
        Credential(arguments.GetValue(_credential), problems),
        new OptionReader(arguments, problems).Duration(_timeout, _shortestTimeout, _longestTimeout));

    private bool? Credential(string? text, ICollection<SettingsProblem> problems)
    {
        if (text is not (null or Azure or None))
        {
            problems.Add(SettingsProblem.Create(_credential.Name, "is not a credential", Quoted.Text(text), $"write {Azure} or {None}"));
        }

        return text is null ? null : text == Azure;
    }
}

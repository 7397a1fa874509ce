using System.CommandLine;
using KedaStack.Cli.Commands;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Cli.Prometheus;

/// <summary>The options that say which Prometheus is asked, as whom and how long.</summary>
internal sealed class PrometheusOptions
{
    private const string Azure = "azure";
    private const string None = "none";
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromHours(1);

    private readonly Option<string?> _address = new("--prometheus")
    {
        Description = "The address of Prometheus. Default: the stack's output queryEndpoint, which the pulumi CLI is asked for.",
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

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_credential);
        command.Options.Add(_timeout);
    }

    /// <summary>The given options, for messages about those that do not go with another one.</summary>
    public IReadOnlyList<string> Names => [_address.Name, _credential.Name, _timeout.Name];

    /// <summary>Reads which Prometheus is asked; where no address is given, the pulumi CLI is asked for that of the stack.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="stack">The stack's options, read from the same command line.</param>
    /// <param name="pulumi">The pulumi CLI.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public async Task<PrometheusClientOptions?> ReadAsync(
        ParseResult arguments, StackOptions stack, PulumiCli pulumi, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        var credential = Credential(arguments.GetValue(_credential), problems);
        var timeout = Timeout(arguments.GetValue(_timeout), problems);
        // A slow program is not started for a command line that is wrong.
        var given = arguments.GetValue(_address);
        if (given is null && problems.Count == 0)
        {
            (given, var problem) = await StackEndpoint.FindAsync(
                pulumi, stack.Directory(arguments), stack.Name(arguments), _address.Name, cancellationToken);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        if (given is null || Address(given, problems) is not { } address || problems.Count > 0)
        {
            return null;
        }

        var options = new PrometheusClientOptions { Address = address };
        return options with
        {
            Timeout = timeout ?? options.Timeout,
            Credential = credential ?? address.ManagedScope is not null ? AzureCredential.Create() : null,
        };
    }

    /// <summary>Makes a client, with the machine's own clock.</summary>
    public static HttpPrometheusClient Connect(PrometheusClientOptions options) => new(options, TimeProvider.System, new Random());

    private PrometheusAddress? Address(string text, ICollection<SettingsProblem> problems)
    {
        var reading = PrometheusAddress.Read(text);
        if (reading.Address is null)
        {
            // A password that was written into an address is not written once more.
            var shown = text.Contains('@', StringComparison.Ordinal) ? "an address with @" : Quoted.Text(text);
            problems.Add(SettingsProblem.Create(_address.Name, reading.Wrong, shown, reading.Right));
        }

        return reading.Address;
    }

    private bool? Credential(string? text, ICollection<SettingsProblem> problems)
    {
        if (text is not (null or Azure or None))
        {
            problems.Add(SettingsProblem.Create(_credential.Name, "is not a credential", Quoted.Text(text), $"write {Azure} or {None}"));
        }

        return text is null ? null : text == Azure;
    }

    private TimeSpan? Timeout(string? text, ICollection<SettingsProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (PrometheusDuration.TryParse(text, out var timeout) && timeout > TimeSpan.Zero && timeout <= _longestTimeout)
        {
            return timeout;
        }

        problems.Add(SettingsProblem.Create(
            _timeout.Name, "is not a time to wait", Quoted.Text(text),
            $"write {PrometheusDuration.Expected}, at most {PrometheusDuration.Format(_longestTimeout)}"));
        return null;
    }
}

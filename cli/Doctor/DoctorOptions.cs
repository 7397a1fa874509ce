using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Doctor;
using KedaStack.Doctor.Upgrades;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Doctor;

/// <summary>The options that say what the doctor looks at.</summary>
internal sealed class DoctorOptions
{
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _shortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromMinutes(10);

    private const int LargestMinor = 100;

    private readonly Option<string?> _context = TextOption.Create("--context", "The kubeconfig's context. Default: the stack's cluster where a stack is selected and deployed, else the current context.", "name");
    private readonly Option<string?> _namespace = TextOption.Create("--namespace", "The namespace. Default: the context's, or the file's.", "namespace");
    private readonly Option<string?> _scaledObject = TextOption.Create("--scaled-object", "The ScaledObject, or an HPA by its name. Default: all, and the worst is reported.", "name");
    private readonly Option<string?> _prometheus = TextOption.Create(PrometheusChoice.AddressName, "A Prometheus to ask the queries, such as a port-forward. Default: the triggers' own, through the API server or as a managed workspace.", "url");
    private readonly Option<string?> _clusterId = TextOption.Create("--cluster-id", "The AKS cluster by its id in Azure. Default: the stack's, else the one that the cluster's nodes are of.", "id");
    private readonly Option<string?> _timeout = TextOption.Create("--timeout", "How long one look may take. Default: 20s.", "duration");
    private readonly Option<string?> _offline = TextOption.Create("--offline", "Look at a file that --save wrote, instead of a cluster.", "file");
    private readonly Option<string?> _upgradeTo = TextOption.Create(UpgradeReport.Option, "Say what an upgrade of the cluster to this version of Kubernetes breaks, instead. Default: in all namespaces.", "version");
    private readonly Option<string?> _stack = TextOption.Create("--stack", "The stack whose cluster is meant. Default: the one that is selected.", "name");
    private readonly Option<string> _directory = StackOptions.CreateDirectory();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_namespace, _scaledObject, _context, _clusterId, _prometheus, _timeout, _offline, _upgradeTo, _stack, _directory])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(_offline) is { Tokens.Count: > 0 }
                && result.Children.OfType<OptionResult>().FirstOrDefault(one => !one.Implicit && one.Option.Name is "--context" or "--cluster-id" or "--prometheus" or "--timeout" or "--stack" or "--watch" or "--save") is { } live)
            {
                result.AddError($"{live.Option.Name}: is about a live cluster and does not go with --offline; leave out one of them");
            }

            if (result.GetResult(_upgradeTo) is { Tokens.Count: > 0 }
                && result.Children.OfType<OptionResult>().FirstOrDefault(one => !one.Implicit && one.Option.Name is "--scaled-object" or "--prometheus" or "--watch") is { } chain)
            {
                result.AddError($"{chain.Option.Name}: is about a chain and does not go with {_upgradeTo.Name}, which is about all objects; leave out one of them");
            }
        });
    }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public string Directory(ParseResult arguments) => Path.GetFullPath(arguments.GetRequiredValue(_directory));

    /// <summary>Whether a file is looked at.</summary>
    public bool IsOffline(ParseResult arguments) => arguments.GetValue(_offline) is not null;

    /// <summary>Whether an upgrade is looked at, and no chain.</summary>
    public bool IsUpgrade(ParseResult arguments) => arguments.GetValue(_upgradeTo) is not null;

    /// <summary>Whether a namespace is named.</summary>
    public bool NamesNamespace(ParseResult arguments) => arguments.GetValue(_namespace) is not null;

    /// <summary>The minor version of Kubernetes 1 that the cluster is upgraded to; null when there is a problem, which has then been written.</summary>
    public int? UpgradeTo(ParseResult arguments, Terminal terminal)
    {
        var text = arguments.GetValue(_upgradeTo)!;
        if (AksVersions.MinorOf(text.Trim().TrimStart('v')) is { } minor and < LargestMinor)
        {
            return minor;
        }

        terminal.Note(SettingsProblem.Create(_upgradeTo.Name, "is not a version of Kubernetes", Quoted.Text(text), "write one such as 1.36").ToString());
        return null;
    }

    /// <summary>Looks at what an upgrade breaks of the file; null when there are problems, which have then been written.</summary>
    public UpgradeReport? UpgradeOfFile(ParseResult arguments, int minor, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var report = UpgradeReport.Offline(arguments.GetValue(_offline)!, minor, arguments.GetValue(_namespace), problems);
        terminal.Note(problems);
        return report;
    }

    /// <summary>Looks at the file; null when there are problems, which have then been written.</summary>
    public DoctorReport? OfFile(ParseResult arguments, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var report = DoctorReport.Offline(arguments.GetValue(_offline)!, arguments.GetValue(_namespace), arguments.GetValue(_scaledObject), problems);
        terminal.Note(problems);
        return report;
    }

    private ArmId? ClusterId(ParseResult arguments, List<SettingsProblem> problems)
    {
        var text = arguments.GetValue(_clusterId);
        var id = text is null ? null : ArmId.TryParse(text.TrimEnd('/'), ArmPath.ClusterType);
        if (text is not null && id is null)
        {
            problems.Add(SettingsProblem.Create(_clusterId.Name, "is no id of an AKS cluster", Quoted.Text(text), "write what az aks show --query id prints"));
        }

        return id;
    }

    /// <summary>Opens the cluster; null when there are problems, which have then been written.</summary>
    public async Task<(KubeconfigCluster Cluster, LiveDoctor Doctor)?> OpenAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var problems = new List<SettingsProblem>();
        var timeout = new OptionReader(arguments, problems).Duration(_timeout, _shortestTimeout, _longestTimeout) ?? _defaultTimeout;
        var address = arguments.GetValue(_prometheus) is { } text ? PrometheusChoice.Read(text, problems) : null;
        var id = ClusterId(arguments, problems);
        if (terminal.Note(problems))
        {
            return null;
        }

        var pulumi = new StackKubeconfig(PulumiCli.OnPath, Directory(arguments), arguments.GetValue(_stack));
        (string Name, string Kubeconfig)? stack = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            stack = arguments.GetValue(_context) is null ? await pulumi.FindAsync(limit.Token) : null;
            id ??= stack is null ? null : await pulumi.FindClusterIdAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            problems.Add(SettingsProblem.Create("pulumi", "does not say which cluster the stack's is", $"no answer within {ShownNumber.Seconds((long)timeout.TotalMilliseconds)}", "name the cluster with --context"));
        }

        if (problems.Count == 0 && stack is null && arguments.GetValue(_stack) is { } named)
        {
            problems.Add(PulumiCli.OnPath.Program is null
                ? SettingsProblem.Create("--stack", "cannot be looked up", "no pulumi on the PATH", "install Pulumi, or leave it out for the kubeconfig's context")
                : SettingsProblem.Create("--stack", "names no deployed stack", Quoted.Text(named), "run pulumi up, or leave it out for the kubeconfig's context"));
        }

        // Looks that follow one another share it, with its token.
        ArmReader? azure = null;
        var cluster = problems.Count > 0 ? null : await KubeconfigCluster.OpenAsync(arguments.GetValue(_context), stack, timeout, problems, cancellationToken);
        terminal.Note(problems);
        return cluster is null ? null
            : (cluster, new LiveDoctor(cluster.Reader, cluster.Name, cluster.Why, arguments.GetValue(_namespace) ?? cluster.Namespace, TimeProvider.System)
            {
                ScaledObject = arguments.GetValue(_scaledObject),
                Prometheus = address,
                Azure = cloud => azure = azure is { HasNoToken: false } ? azure : ArmReader.Create(ArmEndpoint.Of(cloud), TimeProvider.System),
                ClusterId = id,
                Timeout = timeout,
            });
    }
}

using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program under mocks: what it is called, what is under way, what went wrong.</summary>
internal sealed class MockDeployment
{
    /// <summary>How the official SDK says that the user has been told already.</summary>
    private const int ToldExitCode = 32;

    private readonly TaskTracker _tasks = new();
    private readonly List<string> _errors = [];
    private RootStack? _stack;

    public MockDeployment(IMocks mocks, TestOptions? options)
    {
        IsPreview = options?.IsPreview ?? true;
        StackName = options?.StackName ?? "stack";
        ProjectName = options?.ProjectName ?? "project";
        OrganizationName = options?.OrganizationName ?? "organization";
        Monitor = new MockMonitor(this, mocks);
    }

    public bool IsPreview { get; }

    public string StackName { get; }

    public string ProjectName { get; }

    public string OrganizationName { get; }

    public MockMonitor Monitor { get; }

    public ImmutableDictionary<string, string> Configuration { get; } = EnvironmentConfig.Read();

    public Resource Stack => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");

    /// <summary>Runs the program and waits for what it started; the resources come in the order of their registration.</summary>
    public async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> RunAsync(
        Func<IDictionary<string, object?>> program)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        IReadOnlyList<Exception> exceptions;
        try
        {
            _stack = new RootStack($"{ProjectName}-{StackName}");
            outputs = program();
            _stack.RegisterNoOutputs();
            exceptions = await _tasks.IdleOrFailedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            exceptions = [exception];
        }

        foreach (var exception in exceptions)
        {
            Environment.ExitCode = ToldExitCode;
            LogError(Describe(exception));
        }

        lock (_errors)
        {
            return _errors.Count switch
            {
                0 => (Monitor.Resources, outputs),
                1 => throw new RunException(_errors[0]),
                _ => throw new AggregateException(_errors.Select(error => new RunException(error))),
            };
        }
    }

    public void Track(Task task) => _tasks.Add(task);

    public void LogError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException or ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };
}

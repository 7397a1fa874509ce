namespace Pulumi;

/// <summary>The run that the calling code is part of.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(MockDeployment mocked) => Mocked = mocked;

    /// <summary>The stack.</summary>
    public string StackName => Mocked.StackName;

    /// <summary>The project.</summary>
    public string ProjectName => Mocked.ProjectName;

    /// <summary>The organization.</summary>
    public string OrganizationName => Mocked.OrganizationName;

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => Mocked.IsPreview;

    internal MockDeployment Mocked { get; }

    /// <summary>Calls a provider's function.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(Mocked.Monitor.InvokeAsync(token, args, options, typeof(T)));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => new(Mocked.Monitor.InvokeAsync(token, args, options, typeof(T)));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => (await Mocked.Monitor.InvokePlainAsync(token, args, options, typeof(T)).ConfigureAwait(false)).As<T>();

    /// <summary>Calls a provider's function and drops its result.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => Mocked.Monitor.InvokePlainAsync(token, args, options, typeof(object));
}

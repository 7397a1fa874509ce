using System.Reflection;

namespace Pulumi;

/// <summary>A resource that stands for those below it.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component without inputs.</summary>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : base(type, name, ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
    }

    /// <summary>Registers a component; a remote one cannot be played by mocks.</summary>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
        if (remote)
        {
            throw new NotSupportedException($"The stand-in for Pulumi runs no remote components; '{name}' needs the official package.");
        }
    }

    /// <summary>Registers every property with <see cref="OutputAttribute"/>.</summary>
    protected void RegisterOutputs() => RegisterOutputs(new Dictionary<string, object?>(
         from property in GetType().GetProperties()
         let output = property.GetCustomAttribute<OutputAttribute>()
         where output is not null && property.Name != nameof(Urn)
         select KeyValuePair.Create(string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, property.GetValue(this))));

    /// <summary>Registers these outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Registers these outputs when the task is done.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Registers these outputs when they are known.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Instance.Mocked.Monitor.RegisterOutputs(this, outputs);
    }
}

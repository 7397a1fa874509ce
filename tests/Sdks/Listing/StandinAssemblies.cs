using System.Reflection;
using System.Runtime.Loader;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>Loads the stand-ins beside whatever SDK the tests run with.</summary>
internal sealed class StandinAssemblies() : AssemblyLoadContext("standins")
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "standins");

    public static StandinAssemblies Instance { get; } = new();

    public Assembly this[string name] => LoadFromAssemblyPath(Path.Combine(_folder, $"{name}.dll"));

    /// <summary>The types that a stand-in has more of than the name.</summary>
    public static IEnumerable<Type> Implemented(Assembly standin)
        => standin.GetExportedTypes().Where(type => type.GetCustomAttribute<ObsoleteAttribute>(inherit: false) is not { IsError: true });

    protected override Assembly? Load(AssemblyName assemblyName)
        => File.Exists(Path.Combine(_folder, $"{assemblyName.Name}.dll")) ? this[assemblyName.Name!] : null;
}

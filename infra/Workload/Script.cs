using System.Reflection;
using KedaStack.Infra.Naming;

namespace KedaStack.Infra.Workload;

/// <summary>A Python script of the workload, as the containers run it.</summary>
/// <param name="FileName">Its file name.</param>
/// <param name="Text">Its text.</param>
public sealed record Script(string FileName, string Text)
{
    /// <summary>The sample app.</summary>
    public static Script SampleApp { get; } = Read("sample_app.py");

    /// <summary>The load generator.</summary>
    public static Script LoadGenerator { get; } = Read("load_generator.py");

    /// <summary>A short checksum: as a pod annotation it restarts the pods when the script changes, which a changed
    /// ConfigMap alone does not.</summary>
    public string Checksum => BoundedName.Hash(Text, length: 16);

    private static Script Read(string fileName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The assembly does not hold {fileName}.");
        using var reader = new StreamReader(stream);
        return new Script(fileName, reader.ReadToEnd());
    }
}

using System.Text;
using KedaStack.Resources.Reading;

namespace KedaStack.Cli.Shell;

/// <summary>Standard input, read as UTF-8 wherever the command runs.</summary>
internal static class StandardInput
{
    /// <summary>A reader, which opens it at the first read.</summary>
    public static TextReader Reader() => new StreamReader(StandardInputStream.Open(), Encoding.UTF8);
}

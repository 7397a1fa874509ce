using KedaStack.Tests.Shared.Browser;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Command;

/// <summary>A fact about a real run on its page; skipped, with the reason, where python3 or a browser is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PageFactAttribute : FactAttribute
{
    public PageFactAttribute() => Skip = Chromium.SkipReason ?? PythonInterpreter.SkipReason;
}

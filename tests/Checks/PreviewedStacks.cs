using System.Collections.Concurrent;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks;

/// <summary>The real stacks that the tests start from, previewed once each.</summary>
internal static class PreviewedStacks
{
    /// <summary>The dev stack as it is checked in.</summary>
    public const string Default = "default";

    /// <summary>With Microsoft Entra ID for the cluster.</summary>
    public const string Entra = "entra";

    /// <summary>With KEDA's add-on instead of its chart.</summary>
    public const string AddOn = "addon";

    /// <summary>Without alerts.</summary>
    public const string WithoutAlerts = "without alerts";

    /// <summary>In Azure Government.</summary>
    public const string Government = "government";

    /// <summary>With alerts by e-mail.</summary>
    public const string WithEmail = "with e-mail";

    private static readonly Dictionary<string, string[]> _overrides = new()
    {
        [Default] = [],
        [Entra] = ["access=entra"],
        [AddOn] = ["kedaInstallation=addon"],
        [WithoutAlerts] = ["alerts=false"],
        [Government] = ["location=usgovvirginia", "admins=alice@contoso.com"],
        [WithEmail] = ["alertEmails=oncall@contoso.com"],
    };

    private static readonly ConcurrentDictionary<string, Lazy<ResourceGraph>> _stacks = new();

    /// <summary>The names of the variants.</summary>
    public static IEnumerable<string> Names => _overrides.Keys;

    /// <summary>The preview of a variant.</summary>
    public static ResourceGraph Of(string name) =>
        _stacks.GetOrAdd(name, _ => new Lazy<ResourceGraph>(() => Preview(_overrides[name]))).Value;

    /// <summary>The preview of the dev stack with other settings.</summary>
    public static ResourceGraph Preview(params string[] overrides) => Task.Run(() => StackPreviewer.RunAsync(
        PreviewRequest.Of(StackConfiguration.Load(RepositoryRoot.Path, "dev", overrides)))).GetAwaiter().GetResult();
}

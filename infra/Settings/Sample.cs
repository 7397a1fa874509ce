namespace KedaStack.Infra.Settings;

/// <summary>A built-in workload.</summary>
public enum Sample
{
    /// <summary>An HTTP app with a load generator, scaled on its request rate.</summary>
    Http,
}

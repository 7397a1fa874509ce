namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>Who changes the count.</summary>
public enum ScalingActor
{
    /// <summary>The HPA controller, between 1 and the maximum.</summary>
    Hpa,

    /// <summary>KEDA's operator, from and to 0 or idle replicas.</summary>
    Keda,
}

namespace KedaStack.Scaling.Hpa.Readings;

/// <summary>
/// One pod as the HPA controller sees it when it computes a metric of its pods: what the API says of the pod, what the
/// metrics API says of it. Times are milliseconds of one clock.
/// </summary>
public readonly record struct PodMetric
{
    /// <summary>A running pod without a metric.</summary>
    public PodMetric()
    {
    }

    /// <summary>The pod's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its phase.</summary>
    /// <value>The default is <see cref="PodPhase.Running"/>.</value>
    public PodPhase Phase { get; init; } = PodPhase.Running;

    /// <summary>Whether it is being deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The condition Ready.</summary>
    /// <value>Null: the pod has no such condition yet.</value>
    public bool? IsReady { get; init; }

    /// <summary>When the condition Ready last changed.</summary>
    public long ReadyChangedMilliseconds { get; init; }

    /// <summary>When the kubelet first saw the pod (<c>status.startTime</c>).</summary>
    /// <value>Null: it has not yet.</value>
    public long? StartMilliseconds { get; init; }

    /// <summary>What it uses, in thousandths; of a resource the sum over its containers, each rounded up.</summary>
    /// <value>Null: the metrics API says nothing of it.</value>
    public long? UsageMilli { get; init; }

    /// <summary>When the usage was measured.</summary>
    public long MeasuredMilliseconds { get; init; }

    /// <summary>Over which time before that.</summary>
    public long WindowMilliseconds { get; init; }

    /// <summary>What its containers request, in thousandths; only a utilization asks for it.</summary>
    public long RequestMilli { get; init; }

    /// <summary>The first container without a request.</summary>
    /// <value>Null: each has one.</value>
    public string? ContainerWithoutRequest { get; init; }

    /// <summary>Whether the HPA's selector does not match it: the metrics API still speaks of a pod that is gone.</summary>
    public bool IsGone { get; init; }
}

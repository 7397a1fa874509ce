namespace KedaStack.Scaling.Simulation.TimeAndChance;

/// <summary>What a random number of a run is for. The numbers are part of what a seed means: they never change.</summary>
public enum DrawPurpose
{
    /// <summary>The first sync of the HPA.</summary>
    HpaPhase = 1,

    /// <summary>The first check of KEDA's polling loop.</summary>
    PollingPhase = 2,

    /// <summary>The place of a target's scrapes within the interval; by pod, -1 for the ingress.</summary>
    ScrapePhase = 3,

    /// <summary>How long service discovery needs for a pod.</summary>
    Discovery = 4,

    /// <summary>How long a pod needs until it listens.</summary>
    StartUp = 5,

    /// <summary>The first probe of a pod after it listens.</summary>
    ProbePhase = 6,

    /// <summary>How long a removed pod still exists.</summary>
    Termination = 7,

    /// <summary>A pod's UID, by which the ReplicaSet chooses among pods of about one age.</summary>
    Uid = 8,

    /// <summary>When the first lot of requests is counted.</summary>
    CountingPhase = 9,

    /// <summary>The first resync of the HPA controller's informer.</summary>
    ResyncPhase = 10,

    /// <summary>Whether a resync comes before the sync that begins at about the same time; by the number of such meetings.</summary>
    ResyncOrder = 11,
}

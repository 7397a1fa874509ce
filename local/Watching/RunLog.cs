namespace KedaStack.Local.Watching;

/// <summary>What happened in a run, with the time at which it did.</summary>
/// <param name="clock">The stack's clock.</param>
internal sealed class RunLog(TimeProvider clock)
{
    private readonly AppendLog<LocalEvent> _events = new();
    private readonly AppendLog<LocalDecision> _decisions = new();
    private long _begin;
    private bool _hasBegun;

    /// <summary>Raised after each event and decision, and by <see cref="Show"/>.</summary>
    public event Action? Changed;

    /// <summary>The stack's time since the load began; 0 before.</summary>
    public TimeSpan Time => Volatile.Read(ref _hasBegun) ? clock.GetElapsedTime(_begin) : TimeSpan.Zero;

    /// <summary>When the load began, by the stack's clock; nothing before it did.</summary>
    public DateTimeOffset Began { get; private set; }

    /// <summary>The events so far.</summary>
    public IReadOnlyList<LocalEvent> Events => _events.Items;

    /// <summary>The decisions so far.</summary>
    public IReadOnlyList<LocalDecision> Decisions => _decisions.Items;

    /// <summary>The load begins: time runs from now on.</summary>
    public void Begin()
    {
        (_begin, Began) = (clock.GetTimestamp(), clock.GetUtcNow());
        Volatile.Write(ref _hasBegun, true);
    }

    /// <summary>Something is to be seen at once that is neither an event nor a decision.</summary>
    public void Show() => Changed?.Invoke();

    /// <summary>Something happened.</summary>
    public void Note(string subject, string reason, string message) => Add(false, subject, reason, message);

    /// <summary>Something is wrong.</summary>
    public void Warn(string subject, string reason, string message) => Add(true, subject, reason, message);

    /// <summary>The desired replicas changed.</summary>
    public LocalDecision Decide(Scaling.Simulation.Recording.ScalingDecision decision)
    {
        var added = _decisions.Add(number => new LocalDecision(number, decision));
        Changed?.Invoke();
        return added;
    }

    private void Add(bool isWarning, string subject, string reason, string message)
    {
        _events.Add(number => new LocalEvent(number, Time, isWarning, subject, reason, message));
        Changed?.Invoke();
    }
}

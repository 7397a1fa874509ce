using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate;

/// <summary>A run divided into columns of equal length, each with the highest of its numbers, so that no peak is lost.</summary>
internal sealed class RunColumns
{
    private readonly double _columnMilliseconds;

    // What limited the count at the last point, and the column after that one's.
    private char _letter = LimitKind.NoLetter;
    private int _next;

    /// <summary>Divides a run.</summary>
    public RunColumns(Traffic traffic, SimulationResult result, TimeSpan duration, int columns)
    {
        _columnMilliseconds = duration.TotalMilliseconds / columns;
        (Load, PerReplica, Desired, Ready) = (new double?[columns], new double?[columns], new double?[columns], new double?[columns]);
        Letters = new char[columns];
        AddLoad(traffic);
        foreach (var (point, limit) in result.Points.Zip(LimitKind.All(result.Points)))
        {
            Add(point, limit);
        }

        Hold(PerReplica);
        Hold(Desired);
        Hold(Ready);
        Until(columns);
    }

    /// <summary>The load in requests per second.</summary>
    public double?[] Load { get; }

    /// <summary>The value of the query per replica, in requests per second.</summary>
    public double?[] PerReplica { get; }

    /// <summary>The desired replicas.</summary>
    public double?[] Desired { get; }

    /// <summary>The Ready pods.</summary>
    public double?[] Ready { get; }

    /// <summary>What limited the count: <see cref="LimitKind.Letter"/>.</summary>
    public char[] Letters { get; }

    private void AddLoad(Traffic traffic)
    {
        var steps = traffic.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            var from = Column(steps[i].AtMilliseconds);
            var to = i + 1 < steps.Length ? Column(steps[i + 1].AtMilliseconds - 1) : Load.Length - 1;
            for (var column = from; column <= Math.Min(to, Load.Length - 1); column++)
            {
                Raise(Load, column, steps[i].MilliRequestsPerSecond / 1000.0);
            }
        }
    }

    private void Add(in TimelinePoint point, LimitKind? limit)
    {
        var column = Math.Min(Column(point.AtMilliseconds), Load.Length - 1);
        Raise(PerReplica, column, point.PerReplicaMilli / 1000.0);
        Raise(Desired, column, point.SpecReplicas);
        Raise(Ready, column, point.ReadyPods);
        Until(column);
        (_letter, _next) = (limit?.Letter ?? LimitKind.NoLetter, column + 1);
        if (limit is not null || Letters[column] == default)
        {
            Letters[column] = _letter;
        }
    }

    // Nothing changes between two syncs.
    private void Until(int column)
    {
        if (column > _next)
        {
            Array.Fill(Letters, _letter, _next, column - _next);
        }
    }

    private static void Raise(double?[] columns, int column, double? value)
    {
        if (value is not null && !(columns[column] >= value))
        {
            columns[column] = value;
        }
    }

    // Columns may be closer together than syncs.
    private static void Hold(double?[] columns)
    {
        for (var i = 1; i < columns.Length; i++)
        {
            columns[i] ??= columns[i - 1];
        }
    }

    private int Column(long atMilliseconds) => (int)Math.Min(atMilliseconds / _columnMilliseconds, int.MaxValue);
}

using KedaStack.Scaling.Hpa.Recommendations;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>The log of proposals as horizontal.go keeps it: a list that is looked through from the beginning each time.</summary>
internal sealed class ScannedLog
{
    public List<Recommendation> Entries { get; } = [];

    public (int Lowest, int Highest) WithoutBehavior(long now, int proposal, long window)
    {
        var (highest, obsolete) = (proposal, -1);
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].TimestampMilliseconds < now - window)
            {
                obsolete = i;
            }
            else
            {
                highest = Math.Max(highest, Entries[i].Replicas);
            }
        }

        Store(obsolete, new Recommendation(now, proposal));
        return (proposal, highest);
    }

    public (int Lowest, int Highest) WithBehavior(long now, int proposal, long up, long down)
    {
        var (lowest, highest, obsolete) = (proposal, proposal, -1);
        for (var i = 0; i < Entries.Count; i++)
        {
            var (time, replicas) = Entries[i];
            lowest = time > now - up ? Math.Min(lowest, replicas) : lowest;
            highest = time > now - down ? Math.Max(highest, replicas) : highest;
            obsolete = time < now - up && time < now - down ? i : obsolete;
        }

        Store(obsolete, new Recommendation(now, proposal));
        return (lowest, highest);
    }

    private void Store(int obsolete, Recommendation entry)
    {
        if (obsolete < 0)
        {
            Entries.Add(entry);
        }
        else
        {
            Entries[obsolete] = entry;
        }
    }
}

using System.Text.Json;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Edges;

namespace KedaStack.Reports.Explain.Metrics;

/// <summary>What would change the answer, for machines.</summary>
internal static class EdgesJson
{
    /// <summary>Writes <c>more</c>, <c>fewer</c> and <c>atRest</c>.</summary>
    public static void Write(Utf8JsonWriter json, ScalingExplanation explanation)
    {
        Edge(json, "more", explanation.More);
        Edge(json, "fewer", explanation.Less);
        AtRest(json, explanation.AtRest);
    }

    /// <summary>Writes <c>atRest</c>.</summary>
    public static void AtRest(Utf8JsonWriter json, RestingCount? atRest)
    {
        if (atRest is not { } rest)
        {
            json.WriteNull("atRest");
            return;
        }

        json.WriteStartObject("atRest");
        json.WriteNumber("replicas", rest.Replicas);
        if (rest.Tolerance is { } band)
        {
            json.WriteStartObject("tolerance");
            Number(json, "lowest", band.LowestMilli);
            Number(json, "highest", band.HighestMilli);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("tolerance");
        }

        Edge(json, "more", rest.More);
        Edge(json, "fewer", rest.Less);
        json.WriteEndObject();
    }

    /// <summary>Writes thousandths as a number.</summary>
    public static void Number(Utf8JsonWriter json, string name, long? milli)
    {
        if (milli is { } number)
        {
            json.WriteNumber(name, number / 1000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes an edge.</summary>
    public static void Edge(Utf8JsonWriter json, string name, ValueEdge? edge)
    {
        if (edge is not { } found)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Number(json, "value", found.ValueMilli);
        json.WriteNumber("replicas", found.Replicas);
        Number(json, "afterSeconds", found.AfterMilliseconds);
        json.WriteEndObject();
    }
}

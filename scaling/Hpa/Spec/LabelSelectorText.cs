using System.Text;

namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>A label selector as Go prints it (metav1.LabelSelector.String).</summary>
internal static class LabelSelectorText
{
    public static string Of(IReadOnlyList<KeyValuePair<string, string>> matchLabels)
    {
        var text = new StringBuilder("&LabelSelector{MatchLabels:map[string]string{");
        foreach (var (key, value) in matchLabels.OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append(": ").Append(value).Append(',');
        }

        return text.Append("},MatchExpressions:[]LabelSelectorRequirement{},}").ToString();
    }
}

using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Files;

/// <summary>Chooses the object that is to be explained among those of a file: the only one of its kind.</summary>
internal static class ObjectChoice
{
    private const int MostShown = 10;

    /// <summary>The object.</summary>
    /// <param name="objects">Those of the file.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name; null for the only one.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static ObjectFields? Of(
        IReadOnlyList<ObjectFields> objects, ObjectKind expected, string path, ObjectName? name, ICollection<SettingsProblem> problems)
    {
        var fitting = objects.Where(fields => objects.Count == 1 || fields.Text("kind") == expected.Kind).ToList();
        if (name is not null && fitting.Count > 0)
        {
            var named = fitting.Where(fields => name.Is(fields.Map("metadata").Text("namespace"), fields.Map("metadata").Text("name"))).ToList();
            if (named.Count == 0)
            {
                problems.Add(SettingsProblem.Create("--name", $"names no {expected.Kind} of {path}", Quoted.Text(name.ToString()), $"write one of {Shown(fitting.Select(Name).ToList())}"));
                return null;
            }

            fitting = named;
        }

        switch (fitting)
        {
            case [var only]:
                return expected.Check(only) ? only : null;
            case []:
                var kinds = objects.Select(fields => fields.Text("kind") ?? "an object without a kind").Distinct().ToList();
                problems.Add(SettingsProblem.Create(
                    path, ObjectKind.Instead(kinds) is { } instead ? $"holds no {expected.Kind}, but {instead}" : $"holds no {expected.Kind}",
                    objects.Count == 0 ? "an empty list" : Shown(kinds),
                    $"{expected.Otherwise([.. objects.Select(fields => fields.Text("kind")).OfType<string>()])}record {expected.Name}: {expected.Command}"));
                return null;
            default:
                problems.Add(SettingsProblem.Create(
                    path, $"holds more than one {expected.Kind}", Shown(fitting.Select(Name).ToList()), "choose one with --name [namespace/]name"));
                return null;
        }
    }

    private static string Name(ObjectFields fields)
    {
        var metadata = fields.Map("metadata");
        var name = metadata.Text("name") ?? "one without a name";
        return metadata.Text("namespace") is { } space ? $"{space}/{name}" : name;
    }

    private static string Shown(List<string> names) => names.Count <= MostShown
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostShown))} and {ShownNumber.Count(names.Count - MostShown)} more";
}

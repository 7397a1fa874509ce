using KedaStack.Tests.Shared;

namespace KedaStack.Tests.House;

/// <summary>The plan of the house in docs/design.md holds.</summary>
public sealed class HouseTests
{
    private static readonly HousePlan _plan = HousePlan.Parse(HousePlan.OfDesign());

    private static readonly IReadOnlyList<((string Project, string Folder) User, (string Project, string Folder) Used, string Types)> _arrows =
    [
        .. TypeUses.Of([.. _plan.Projects.Keys.Select(AssemblyOf)])
            .Select(use => (User: Place(use.User, use.UserAssembly), Used: Place(use.Used, use.UsedAssembly), Types: $"{use.User} uses {use.Used}"))
            .Where(arrow => arrow.User != arrow.Used && arrow.User.Folder.Length > 0 && arrow.Used.Folder.Length > 0),
    ];

    [Fact]
    public void NoFolder_UsesWhatThePlanDoesNotAllow()
    {
        Assert.NotEmpty(_arrows);
        Assert.Empty(Broken(_plan));
    }

    [Fact]
    public void Folders_InCircles_ThereAreNone()
    {
        // Of the rooms whose folders the plan orders.
        var uses = _arrows.Where(arrow => _plan.Projects[arrow.User.Project].Layers.Count > 0).ToLookup(arrow => arrow.User, arrow => arrow.Used);
        var circles = uses.SelectMany(arrows => _arrows.Where(arrow => arrow.User == arrows.Key)).Where(arrow => Reached(arrow.Used, uses).Contains(arrow.User)).Select(arrow => arrow.Types);

        Assert.Empty(circles);
    }

    [Fact]
    public void Plan_NamesEveryFolderAndNoOther()
    {
        foreach (var (name, project) in _plan.Projects.Where(project => project.Value.Layers.Count > 0))
        {
            var folders = Folders(name).ToList();

            Assert.All(folders, folder => Assert.True(project.NameOf(folder) is not null, $"{name}/{folder} is not in the plan of docs/design.md"));
            Assert.All(project.Layers.Keys, named => Assert.True(folders.Exists(folder => folder == named || folder.StartsWith(named + "/", StringComparison.Ordinal)), $"{name}/{named} is in the plan of docs/design.md, and there is no such folder"));
        }
    }

    [Theory]
    [InlineData("resources: infra local scaling", "resources: local scaling", "resources does not use infra")]
    [InlineData("checks: resources infra scaling", "checks: infra scaling", "checks does not use resources")]
    [InlineData("      Options\n      Shell\n", "      Shell\n      Options\n", "cli/Options is not above cli/Shell")]
    [InlineData("      Graph\n      Writing\n", "      Graph Writing\n", "resources/Graph is not above resources/Writing")]
    public void Plan_WithAnArrowLess_IsBroken(string right, string wrong, string objection)
    {
        var plan = HousePlan.OfDesign();
        Assert.Contains(right, plan, StringComparison.Ordinal);
        var broken = Broken(HousePlan.Parse(plan.Replace(right, wrong, StringComparison.Ordinal))).ToList();

        Assert.Contains(broken, line => line.StartsWith(objection, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Broken(HousePlan plan) => _arrows
        .Select(arrow => (Objection: plan.Objection(arrow.User, arrow.Used), arrow.Types))
        .Where(arrow => arrow.Objection is not null)
        .Select(arrow => $"{arrow.Objection}: {arrow.Types}");

    private static HashSet<(string, string)> Reached((string Project, string Folder) from, ILookup<(string Project, string Folder), (string Project, string Folder)> uses)
    {
        var reached = new HashSet<(string, string)>();
        var open = new Stack<(string Project, string Folder)>([from]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var used in uses[next])
                {
                    open.Push(used);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<string> Folders(string project)
    {
        var root = RepositoryRoot.PathOf(project);
        return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => folder.Split('/')[0] is not ("bin" or "obj"))
            .Distinct();
    }

    private static string AssemblyOf(string project) => project == "cli" ? "kedastack" : Namespace(project);

    private static string Namespace(string project) => "KedaStack." + char.ToUpperInvariant(project[0]) + project[1..];

    /// <summary>Where a type stands: a namespace is a folder. What the compiler makes stands nowhere.</summary>
    private static (string Project, string Folder) Place(string type, string assembly)
    {
        var project = assembly == "kedastack" ? "cli" : assembly[(assembly.IndexOf('.', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        var root = Namespace(project);
        var ns = type.LastIndexOf('.') is > 0 and var end ? type[..end] : "";
        return (project, ns == root ? "." : ns.StartsWith(root + ".", StringComparison.Ordinal) ? ns[(root.Length + 1)..].Replace('.', '/') : "");
    }
}

using KedaStack.Checks;
using KedaStack.Resources.Files.Given;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks.Files;

/// <summary>Whatever is in a file, it is read or refused, and no check fails over it.</summary>
public sealed class MutatedFilesTests
{
    private const int Files = 400;

    private static readonly string[] _values =
        ["[]", "{}", "~", "\"\"", "-1", "1e999", "99999999999999999999", "yes", "{{ .Values.x }}", "\"\\uD800\"", "<<", "1.5", "{a: {b: [1, {c: 2}]}}", "[[[[1]]]]", "0x", "2026-11-29", "!!str 5"];

    private static readonly string[] _broken = ["*x", "[[[[", "'", "- x", "&x y: z", "!!binary x", "{", "\t", "%", "@"];

    [Fact]
    public void File_MutatedAnyhow_IsCheckedWithoutACrash()
    {
        var lines = (App.Yaml + "---\n" + AdmissionBreakages.Several).Split('\n');
        var random = new Random(17);
        var read = 0;
        for (var i = 0; i < Files; i++)
        {
            var mutated = lines.ToList();
            for (var change = 0; change <= i % 3; change++)
            {
                Mutate(mutated, random, isStructural: i % 4 == 0);
            }

            using var folder = new TemporaryDirectory();
            File.WriteAllText(Path.Combine(folder.Path, "file.yaml"), string.Join(i % 7 == 0 ? "\r\n" : "\n", mutated));
            var files = GivenFiles.Read([folder.Path], TextReader.Null);
            var report = FileChecks.Run(files, CheckedFiles.Facts, _ => true);

            Assert.DoesNotContain(report.Findings, finding => finding.Found.StartsWith("the check itself failed", StringComparison.Ordinal));
            read += files.Problems.Count == 0 ? 1 : 0;
        }

        // Most are still read: otherwise nothing was tried.
        Assert.True(read > Files / 2, $"{read} of {Files} read");
    }

    private static void Mutate(List<string> lines, Random random, bool isStructural)
    {
        var at = random.Next(lines.Count);
        switch (isStructural ? random.Next(5) : 5)
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[at]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(8)) + lines[at].TrimStart();
                break;
            case 3:
                lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                break;
            case 4:
                lines[at] += _broken[random.Next(_broken.Length)];
                break;
            default:
                // A value of another kind, which leaves the document readable.
                var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
                lines[at] = colon < 0 || lines[at].Contains('{', StringComparison.Ordinal) ? lines[at] : lines[at][..(colon + 2)] + _values[random.Next(_values.Length)];
                break;
        }
    }
}

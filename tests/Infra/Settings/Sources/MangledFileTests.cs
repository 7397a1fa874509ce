namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class MangledFileTests
{
    private const string Text = """
        # a comment
        config:
          pulumi:disable-default-providers: [kubernetes]
          threshold: "20"
          tags:
            - a=b
            - 'c=d'
          zones: [1, 2]
          kedastack:admins: &people [alice@contoso.com]
          scaleUpPolicies: ["4 Pods/15s"]
          clusterLabel: |
            text
          location: {secure: AAAA}
        """;

    private const string Characters = " \t\n\r\0:-[]{}\"'&*!|>#%@`,?~\\aZ0.\ufeff\u2028";

    [Fact]
    public void Load_MangledFile_NeverThrowsAndAlwaysHasAResult()
    {
        var random = new Random(4711);
        using var directory = new ProjectDirectory();
        for (var run = 0; run < 1000; run++)
        {
            var result = directory.Dev(Mangle(Text, random)).Load().Result;
            Assert.NotEqual(result.IsValid, result.Problems.Count > 0);
        }
    }

    private static string Mangle(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var start = random.Next(text.Length);
            var length = Math.Min(random.Next(4), text.Length - start);
            text = $"{text[..start]}{Characters[random.Next(Characters.Length)]}{text[(start + length)..]}";
        }

        return text;
    }
}

using KedaStack.Doctor;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>Which link Azure's faults break.</summary>
public sealed class AzureCasesTests
{
    /// <summary>Each case with the first broken link, its state and the exit code: the rows A1 to A10 and H of the specification.</summary>
    public static TheoryData<string, string, string, int> Cases => new()
    {
        { "right", "none", "", 0 },
        { "cluster-stopped", "scrape", "Fail", 2 },
        { "cluster-failed", "scrape", "Warning", 0 },
        { "metrics-profile-off", "scrape", "Fail", 2 },
        { "no-association", "scrape", "Fail", 2 },
        { "association-elsewhere", "scrape", "Fail", 2 },
        { "association-elsewhere-with-series", "scrape", "Warning", 0 },
        { "agent-down", "scrape", "Fail", 2 },
        { "cluster-label", "scrape", "Fail", 2 },
        { "cluster-alias", "scrape", "Fail", 2 },
        { "settings-rejected", "scrape", "Warning", 0 },
        { "target-off", "scrape", "Fail", 2 },
        { "metric-not-kept", "scrape", "Fail", 2 },
        { "own-scrape-job", "none", "", 0 },
        { "other-scrape-jobs", "none", "", 0 },
        { "target-off-elsewhere", "none", "", 0 },
        { "address-of-no-workspace", "prometheus", "Fail", 2 },
        { "issuer-off", "identity", "Fail", 2 },
        { "workload-identity-off", "identity", "Fail", 2 },
        { "no-client-id", "identity", "Fail", 2 },
        { "object-id", "identity", "Fail", 2 },
        { "client-id-unknown", "identity", "Fail", 2 },
        { "other-tenant", "identity", "Fail", 2 },
        { "no-credential", "identity", "Fail", 2 },
        { "issuer-without-slash", "identity", "Fail", 2 },
        { "issuer-of-another-cluster", "identity", "Fail", 2 },
        { "subject-of-another-namespace", "identity", "Fail", 2 },
        { "wrong-audience", "identity", "Fail", 2 },
        { "credential-changed", "identity", "Warning", 0 },
        { "role-missing", "identity", "Fail", 2 },
        { "role-other", "identity", "Fail", 2 },
        { "role-new", "identity", "Fail", 2 },
        { "token-of-another-cloud", "identity", "Fail", 2 },
        { "add-on-beside-helm", "operator", "Warning", 0 },
        { "node-pool-full", "pods", "Fail", 2 },
        { "node-pool-fixed", "pods", "Fail", 2 },
        { "node-pool-with-room", "pods", "Fail", 2 },
        { "associations-forbidden", "none", "", 0 },
        { "forbidden", "identity", "Fail", 2 },
        { "token-expired", "none", "", 0 },
        { "not-signed-in", "none", "", 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Offline_Case_NamesTheFirstBrokenLink(string name, string link, string state, int exitCode)
    {
        var report = Report(name);

        Assert.Equal((link, state, exitCode), (report.Worst.First?.Id ?? "none", report.Worst.First?.Verdict.State.ToString() ?? "", report.ExitCode));
    }

    [Fact]
    public void Cases_AreAllThatThereAre() => Assert.Equal(AzureCases.All, Cases.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Causes_OfTheTable_AreEachShownByACase()
    {
        var shown = AzureCases.All.Select(name => Report(name).Worst.First?.Verdict).OfType<LinkVerdict>().Select(verdict => verdict.Means!).ToList();

        Assert.All(AzureCauses.All, cause => Assert.Contains(shown, means => means.Contains(cause.Means, StringComparison.Ordinal)));
    }

    /// <summary>Names that nobody told are left open: which pool is to grow, which workspace an address is of that was not read.</summary>
    [Fact]
    public void Commands_OfCases_LeaveNoNameOpen() => Assert.All(
        AzureCases.All.Where(name => name is not ("no-client-id" or "node-pool-with-room" or "forbidden")), name => Assert.DoesNotContain(Report(name).Worst.Links.Where(link => link.Verdict.Mend is not null),
            link => System.Text.RegularExpressions.Regex.IsMatch(link.Verdict.Mend!, "[{<](cluster|group|identity|name|namespace|subscription|workspace|pool|issuer|role)[^\"]*[}>]")));

    [Theory]
    [InlineData("associations-forbidden", "scrape", "your account may not read it (AuthorizationFailed)")]
    [InlineData("token-expired", "scrape", "401 ExpiredAuthenticationToken")]
    [InlineData("not-signed-in", "scrape", "az login")]
    public void Unread_Azure_IsSaidWithItsReason(string name, string link, string why) =>
        Assert.Contains(why, Report(name).Worst.Links.Single(one => one.Id == link).Verdict.Found, StringComparison.Ordinal);

    private static DoctorReport Report(string name) => DoctorReport.Offline(AzureCases.FileOf(name), AzureCases.Namespace, null, [])!;
}

using KedaStack.Doctor;
using KedaStack.Doctor.Messages;
using KedaStack.Reports.Doctor;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>The tables of docs/doctor.md.</summary>
public sealed class DoctorDocsTests
{
    [Fact]
    public void Page_HasTheTablesOfToday() => Assert.Equal(DoctorDocs.WithTables(RepositoryRoot.Read(DoctorDocs.Path)), RepositoryRoot.Read(DoctorDocs.Path));

    [Fact]
    public void Links_AreThoseOfTheIssueInTheirOrder() => Assert.Equal(
        ["app", "scrape", "prometheus", "identity", "query", "operator", "scaled-object", "admission", "metrics-api", "hpa", "replicas", "pods"],
        LinkList.All.Select(link => link.Id));

    [Fact]
    public void Messages_AreAboutLinksThatThereAre() => Assert.All(
        MessageTable.Groups.SelectMany(group => group.Causes), cause => Assert.Contains(cause.Link, LinkList.All.Select(link => link.Id)));
}

using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>A container that is told its port in PORT declares that port.</summary>
internal sealed class ListeningPort() : Check(new()
{
    Id = "listening-port",
    Severity = Severity.Error,
    Title = "A container that is told its port in PORT declares that port",
    Failure = "`Startup probe failed: ... connection refused`, then `CrashLoopBackOff`",
    Cause = "The variable says where the app listens; probes and Services go to the declared port.",
    Fix = "Use one number for both.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        from container in pods.Containers
        let port = container.Objects("env").FirstOrDefault(variable => variable.Text("name") == "PORT")?.Scalar("value")
        let declared = container.Objects("ports").Select(candidate => candidate.Scalar("containerPort")).ToList()
        where port is not null && declared.Count > 0 && !declared.Contains(port)
        select Found(
            pods.Owner,
            "spec.template.spec.containers",
            string.Create(CultureInfo.InvariantCulture, $"PORT={port}, and the ports {string.Join(", ", declared)}"),
            "the same number");
}

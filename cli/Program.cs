using System.CommandLine;
using KedaStack.Cli;
using KedaStack.Cli.Commands;
using Pulumi;

var terminal = Terminal.System;
var root = new RootCommand("KedaStack: an AKS workload that KEDA scales on managed Prometheus, shown before it is deployed.")
{
    PreviewCommand.Create(terminal),
    RenderCommand.Create(terminal),
    SettingsCommand.Create(terminal),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (RunException exception)
{
    terminal.Note($"The stack's program failed: {exception.Message}");
    return ExitCodes.Failure;
}

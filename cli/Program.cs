using KedaStack.Cli;

return await KedaStackCommand.RunAsync(args, Terminal.System, CancellationToken.None);

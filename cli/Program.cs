using KedaStack.Cli;

using var interruption = new Interruption();
return await KedaStackCommand.RunAsync(args, Terminal.System, interruption.Token);

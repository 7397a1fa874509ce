using KedaStack.Cli;
using KedaStack.Cli.Shell;

using var interruption = new Interruption();
return await KedaStackCommand.RunAsync(args, Terminal.System, interruption.Token);

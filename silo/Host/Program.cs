using System.CommandLine;
using Federation.Host.Commands;

return await new RootCommand("政务公开联邦:目录、要点、年度报告 / disclosure federation: catalogs, work points, annual reports")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    VerifyCommand.Create(),
    TokenCommand.Create(),
}.Parse(args).InvokeAsync();

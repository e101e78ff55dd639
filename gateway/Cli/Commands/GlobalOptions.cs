using System.CommandLine;

namespace Federation.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public const string UsualServer = "http://127.0.0.1:5081";

    public GlobalOptions(Words words)
    {
        Server = new("--server")
        {
            Description = words[$"网关地址(环境变量 FED_SERVER;默认 {UsualServer})", $"address of the gateway (env FED_SERVER; {UsualServer} when absent)"],
            HelpName = "URL",
            Recursive = true,
        };
        Token = new("--token")
        {
            Description = words["访问凭证(环境变量 FED_TOKEN;或文件 ~/.config/federation/token)", "token (env FED_TOKEN, or the file ~/.config/federation/token)"],
            HelpName = "TOKEN",
            Recursive = true,
        };
        TokenFile = new("--token-file") { Description = words["存放凭证的文件", "file that holds the token"], HelpName = "FILE", Recursive = true };
        StandsInFor = new("--stands-in-for") { Description = words["代行哪位同事(须有有效授权)", "act in the place of this colleague (needs a delegation)"], HelpName = "NAME", Recursive = true };
        Json = new("--json") { Description = words["输出 proto3 JSON,供程序使用", "print proto3 JSON, for programs"], Recursive = true };
        Lang = new("--lang") { Description = words["语言:zh(默认)或 en", "language: zh or en (default by LANG)"], HelpName = "zh|en", Recursive = true };
        Lang.AcceptOnlyFromAmong("zh", "en");
        Timeout = new("--timeout")
        {
            Description = words["每次调用最长秒数(默认 30)", "longest time of one call in seconds (30 when absent)"],
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 30,
            Recursive = true,
        };
        Timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var seconds) && seconds is < 1 or > 3600)
                result.AddError(words["--timeout 应为 1 到 3600 秒", "--timeout takes 1 to 3600 seconds"]);
        });
    }

    public Option<string> Server { get; }

    public Option<string> Token { get; }

    public Option<string> TokenFile { get; }

    public Option<string> StandsInFor { get; }

    public Option<bool> Json { get; }

    public Option<string> Lang { get; }

    public Option<int> Timeout { get; }

    public IEnumerable<Option> All => [Server, Token, TokenFile, StandsInFor, Json, Lang, Timeout];
}

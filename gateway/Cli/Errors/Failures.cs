using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Cli.Commands;
using Federation.Cli.Output;
using Federation.V1;
using Grpc.Core;
using Spectre.Console;

namespace Federation.Cli.Errors;

/// <summary>Tells every failure on standard error, once, and turns it into the exit code.</summary>
internal static class Failures
{
    public static async Task<int> Tell(Run run, Exception e, CancellationToken ct)
    {
        switch (e)
        {
            case UsageException usage:
                return TellUsage(run.Around, run.Json, usage);
            case OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } when ct.IsCancellationRequested:
                return ExitCodes.Interrupted;
            case RpcException failed:
                return await TellStatus(run, failed, ct);
            default:
                // the outermost catch: a fault of this program, told whole so that it can be reported
                run.Around.Err.WriteLine(run.Words["fed 程序内部错误:", "internal error of fed: "] + e);
                return ExitCodes.Internal;
        }
    }

    public static int TellUsage(Surroundings around, bool json, UsageException e)
    {
        around.Err.WriteLine(json ? Write(ExitCodes.Usage, "", e.Message, []) : e.Message);
        return ExitCodes.Usage;
    }

    private static async Task<int> TellStatus(Run run, RpcException e, CancellationToken ct)
    {
        var findings = StatusReading.FindingsOf(e);
        var exit = StatusReading.IsNoGrpcAnswer(e) ? ExitCodes.TryAgain : StatusReading.ExitCodeOf(e.StatusCode, findings.Count > 0);
        if (run.Json)
        {
            run.Around.Err.WriteLine(Write(exit, e.StatusCode.ToString(), e.Status.Detail, findings));
            return exit;
        }
        run.Err.WriteLine(Headline(run, e, exit, findings.Count));
        if (findings.Count > 0)
            await FindingTable.Write(run, run.Err, findings, ct);
        if (Hint(run.Words, e) is { } hint)
            run.Err.WriteLine(hint);
        return exit;
    }

    private static string Headline(Run run, RpcException e, int exit, int findings) => exit switch
    {
        ExitCodes.Refused when findings > 0 => run.Words[$"未通过,共 {findings} 项:", $"refused, {findings} finding(s):"],
        ExitCodes.NotPermitted => run.Words["没有权限或凭证无效。", "not permitted, or no valid token."],
        ExitCodes.NotFound => run.Words["没有找到。", "not found."],
        ExitCodes.TryAgain => run.Words[$"服务器 {run.Server.Address} 连不上或正忙({e.StatusCode}):{e.Status.Detail}", $"server {run.Server.Address} cannot be reached or is busy ({e.StatusCode}): {e.Status.Detail}"],
        _ => $"{e.StatusCode}: {e.Status.Detail}",
    };

    private static string? Hint(Words words, RpcException e) => e.StatusCode switch
    {
        StatusCode.Unauthenticated => words["请用 --token、--token-file、环境变量 FED_TOKEN 或文件 ~/.config/federation/token 提供凭证。", "give a token by --token, --token-file, FED_TOKEN or the file ~/.config/federation/token."],
        _ when StatusReading.IsNoGrpcAnswer(e) => words["对方没有按 gRPC 应答,请检查地址和端口(网关的 gRPC 端口默认 5081)。", "what answered does not speak gRPC; check address and port (the gateway's gRPC port is 5081 unless set)."],
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => words["可以稍后重试;地址用 --server 或 FED_SERVER 指定。", "you may try again; --server or FED_SERVER sets the address."],
        StatusCode.Aborted => words["请先用 fed report show 查看当前版本,再用 --expected-version(审核用 --version)指明。", "see the current version with fed report show, then name it with --expected-version (in a review, --version)."],
        _ => null,
    };

    private static string Write(int exit, string status, string message, IReadOnlyList<Finding> findings) => new JsonObject
    {
        ["exitCode"] = exit,
        ["status"] = status,
        ["message"] = message,
        ["findings"] = new JsonArray([.. findings.Select(f => JsonNode.Parse(JsonText.Write(f)))]),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

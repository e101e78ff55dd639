using System.Text.Json.Nodes;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Gateway.Tests.Services;

/// <summary>The two ways to the same service.</summary>
public enum Door
{
    Grpc,
    Rest,
}

/// <summary>A refusal as its caller reads it, the same through both doors.</summary>
public sealed record Refused(string Status, IReadOnlyList<Finding> Findings)
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default);

    /// <summary>HTTP status of each gRPC status, by google.rpc.Code.</summary>
    private static readonly Dictionary<string, int> Http = new()
    {
        ["INVALID_ARGUMENT"] = 400, ["FAILED_PRECONDITION"] = 400, ["UNAUTHENTICATED"] = 401, ["PERMISSION_DENIED"] = 403, ["NOT_FOUND"] = 404, ["ABORTED"] = 409,
        ["RESOURCE_EXHAUSTED"] = 413,
    };

    public IEnumerable<string> Codes => Findings.Select(f => f.Code);

    /// <summary>Files through a door and expects to be refused.</summary>
    public static async Task<Refused> Filing(GatewayHost host, Door door, Metadata caller, SubmitReportRequest request)
    {
        if (door == Door.Grpc)
            return Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.SubmitReportAsync(request, caller)));
        var (unit, period) = (request.Unit, request.Period);
        var body = request.Clone();
        (body.Unit, body.Period) = ("", "");
        var (status, problem) = await host.Send("POST", $"/v1/units/{unit}/reports/{period}:submit", caller, JsonFormatter.Default.Format(body));
        return Of(status, problem);
    }

    /// <summary>Reads the rich status.</summary>
    public static Refused Of(RpcException refusal)
    {
        var name = string.Concat(refusal.StatusCode.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
        if (refusal.Trailers.GetValueBytes("grpc-status-details-bin") is not { } bytes)
            return new Refused(name, []);
        var details = Google.Rpc.Status.Parser.ParseFrom(bytes);
        Assert.Equal(((int)refusal.StatusCode, refusal.Status.Detail), (details.Code, details.Message));
        return new Refused(name, Assert.Single(details.Details).Unpack<Refusal>().Findings);
    }

    /// <summary>Reads problem+json.</summary>
    public static Refused Of(int status, JsonNode? problem)
    {
        Assert.True(problem?["code"] is not null, $"no problem but {status} {problem}");
        var code = (string)problem["code"]!;
        Assert.Equal((Http[code], status), (status, (int)problem["status"]!));
        return new Refused(code, [.. problem["findings"]!.AsArray().Select(f => Json.Parse<Finding>(f!.ToJsonString()))]);
    }
}

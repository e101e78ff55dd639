using Federation.Contracts;
using Federation.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Errors;

/// <summary>How a refusal travels: a status for machines, all findings in its details, the first sentence as its message.</summary>
public static class Refusals
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    // Many clients take 8 KB of trailers and drop a call that has more, findings and all. The details travel in base64 beside the
    // message, whose Chinese is three times as long in percent signs.
    private const int DetailsBudget = 4500;

    // The strongest reason first: who may not, is not told what else would be wrong.
    private static readonly (StatusCode Status, string[] Codes)[] ByStrength =
    [
        (StatusCode.Unauthenticated, ["AU-002"]),
        (StatusCode.PermissionDenied, ["AU-001", "AU-106"]),
        (StatusCode.NotFound, ["DV-101", "AR-112", "GW-113", "GW-115", "CT-102", "CT-105", "CT-301", "CT-311", "CT-314", "CT-315", "OB-001", "OB-022", "CT-213", "CT-217", "CT-423"]),
        (StatusCode.Aborted, ["AR-104", "AR-114", "WP-204", "CT-101", "CT-212"]),
        (StatusCode.FailedPrecondition, ["AR-101", "AR-102", "AR-105", "AR-106", "AR-108", "AR-109", "AR-113", "AR-115", "AR-117", "AR-120", "AR-121", "WP-201", "WP-202", "WP-203", "WP-206", "OB-002", "OB-003", "OB-015", "OB-016", "OB-017", "OB-023", "CT-307", "CT-308", "CT-309", "CT-201", "CT-202", "CT-203", "CT-204", "CT-205", "CT-206", "CT-211", "CT-215"]),
    ];

    /// <summary>The value of a reply, or its refusal as an exception.</summary>
    /// <exception cref="RpcException">Refused.</exception>
    public static T OrThrow<T>(this Reply<T> reply)
        where T : class => reply.Value ?? throw ToRpcException(reply.Findings);

    /// <summary>A refusal as gRPC knows it.</summary>
    public static RpcException ToRpcException(IReadOnlyCollection<Finding> findings)
    {
        var code = StatusOf(findings);
        var errors = findings.Where(f => f.Blocks).ToList();
        var message = errors.Count == 1 ? errors[0].Text : $"{errors[0].Text}(共 {errors.Count} 项)";
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        List<V1.Finding> all = [.. findings.Select(ToProto)];
        status.Details.Add(Any.Pack(new Refusal { Findings = { Fitting(all) } }));
        return new RefusedException(new Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } }, all);
    }

    /// <summary>A finding as it travels.</summary>
    public static V1.Finding ToProto(Finding finding) => new()
    {
        Code = finding.Code,
        Severity = (V1.Finding.Types.Severity)((int)finding.Severity + 1),
        Where = finding.Where,
        Text = finding.Text,
        TextEn = finding.TextEn,
        Basis = finding.Basis,
    };

    // As many as the trailers hold, and then how many more there are.
    private static IEnumerable<V1.Finding> Fitting(List<V1.Finding> all)
    {
        var (count, size) = (0, 0);
        while (count < all.Count && (size += all[count].CalculateSize() + 4) <= DetailsBudget)
            count++;
        var more = all.Count - count;
        return more == 0 ? all : all.Take(count).Append(ToProto(GatewayRules.MoreFindings.At(
            "", $"还有 {more} 项问题未列出,可用检查(CheckReport)查看全部", $"{more} more findings; CheckReport lists all of them")));
    }

    private static StatusCode StatusOf(IReadOnlyCollection<Finding> findings)
    {
        foreach (var (status, codes) in ByStrength)
        {
            if (findings.Any(f => f.Blocks && codes.Contains(f.Code)))
                return status;
        }
        return StatusCode.InvalidArgument;
    }
}

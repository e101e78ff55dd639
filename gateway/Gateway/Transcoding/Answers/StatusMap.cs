using Grpc.Core;

namespace Federation.Gateway.Transcoding;

/// <summary>How a gRPC status looks over HTTP, by the convention of google.rpc.Code.</summary>
internal static class StatusMap
{
    /// <summary>HTTP status, name of the code, and a title in Chinese and English.</summary>
    public static (int Http, string Name, string Title) Of(StatusCode code) => code switch
    {
        StatusCode.OK => (200, "OK", "成功 / OK"),
        StatusCode.Cancelled => (499, "CANCELLED", "调用方已取消 / Cancelled by the caller"),
        StatusCode.InvalidArgument => (400, "INVALID_ARGUMENT", "请求有误 / The request is not valid"),
        StatusCode.FailedPrecondition => (400, "FAILED_PRECONDITION", "现在不能这样做 / Not possible in the present state"),
        StatusCode.OutOfRange => (400, "OUT_OF_RANGE", "超出范围 / Out of range"),
        StatusCode.DeadlineExceeded => (504, "DEADLINE_EXCEEDED", "超过时限 / The time given is over"),
        StatusCode.NotFound => (404, "NOT_FOUND", "没有找到 / Not found"),
        StatusCode.AlreadyExists => (409, "ALREADY_EXISTS", "已经存在 / It exists already"),
        StatusCode.Aborted => (409, "ABORTED", "与同时的操作冲突 / In conflict with another act"),
        StatusCode.PermissionDenied => (403, "PERMISSION_DENIED", "无此权限 / Not permitted"),
        StatusCode.Unauthenticated => (401, "UNAUTHENTICATED", "请先登录 / Credentials are missing or not valid"),
        StatusCode.ResourceExhausted => (429, "RESOURCE_EXHAUSTED", "超出限额 / Over the limit"),
        StatusCode.Unimplemented => (501, "UNIMPLEMENTED", "尚未提供 / Not implemented"),
        StatusCode.Unavailable => (503, "UNAVAILABLE", "暂不可用,请稍后重试 / Unavailable, try again later"),
        StatusCode.DataLoss => (500, "DATA_LOSS", "数据受损 / Data is lost or damaged"),
        StatusCode.Internal => (500, "INTERNAL", "系统内部错误 / Internal error"),
        _ => (500, "UNKNOWN", "系统内部错误 / Internal error"),
    };

    /// <summary>The gRPC code that stands for an HTTP status of our own.</summary>
    public static StatusCode Of(int httpStatus) => httpStatus switch
    {
        404 => StatusCode.NotFound,
        405 => StatusCode.Unimplemented,
        413 => StatusCode.ResourceExhausted,
        >= 400 and < 500 => StatusCode.InvalidArgument,
        _ => StatusCode.Internal,
    };
}

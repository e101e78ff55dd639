using Federation.Gateway.Tests.Echoes;
using Federation.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Federation.Gateway.Tests.Transcoding;

/// <summary>Answers what it was asked, and tells the probe what it saw.</summary>
public sealed class EchoService(Probe probe) : Echo.EchoBase
{
    public override Task<Sample> Get(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Check(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Search(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Latest(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Shelf(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> File(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Create(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Replace(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Tag(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Delete(Sample request, ServerCallContext context) => Answer(request, context);

    public override Task<Sample> Fail(FailRequest request, ServerCallContext context)
    {
        if (request.Code < 0)
            throw new InvalidOperationException("a secret");
        var trailers = new Metadata();
        if (request.Findings)
            trailers.Add("grpc-status-details-bin", Details().ToByteArray());
        throw new RpcException(new Status((StatusCode)request.Code, "不行"), trailers);
    }

    public override async Task<Sample> Wait(Sample request, ServerCallContext context)
    {
        probe.Waiting.TrySetResult();
        await using var end = context.CancellationToken.Register(() => probe.Cancelled.TrySetResult());
        await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        return request;
    }

    public override async Task Count(Sample request, IServerStreamWriter<Sample> responseStream, ServerCallContext context)
    {
        for (var i = 1; i <= request.Number; i++)
            await responseStream.WriteAsync(new Sample { Number = i, Name = "第" + i });
        if (request.Natural > 0)
            throw new RpcException(new Status((StatusCode)request.Natural, "中断"));
        if (request.Flag)
            await Wait(request, context);
    }

    private Task<Sample> Answer(Sample request, ServerCallContext context)
    {
        probe.Method = context.Method;
        probe.Look(context);
        probe.Trail.Add("service");
        return Task.FromResult(request);
    }

    private static Google.Rpc.Status Details()
    {
        var refusal = new Refusal();
        refusal.Findings.Add(new Finding
        {
            Code = "AR-001", Severity = Finding.Types.Severity.Error, Where = "t3.new.natural", Text = "不平", TextEn = "does not balance", Basis = "国办公开办函〔2021〕30号",
        });
        refusal.Findings.Add(new Finding { Code = "AR-002", Severity = Finding.Types.Severity.Warning, Text = "偏大", TextEn = "large" });
        return new Google.Rpc.Status { Code = 9, Message = "不行", Details = { Any.Pack(refusal) } };
    }
}

/// <summary>What a test learns from inside a call.</summary>
public sealed class Probe
{
    public List<string> Trail { get; } = [];

    public string Method { get; set; } = "";

    /// <summary>Looks at the call while it lasts.</summary>
    public Action<ServerCallContext> Look { get; set; } = _ => { };

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

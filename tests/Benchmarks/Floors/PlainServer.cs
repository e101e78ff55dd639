using System.Net;
using Federation.Benchmarks.Load;
using Federation.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Benchmarks.Floors;

/// <summary>The same gRPC layer with next to nothing behind it: what is left of the product's time is the product's own work.</summary>
internal sealed class PlainServer(WebApplication app, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    /// <summary>Starts it.</summary>
    /// <param name="handIn">What happens before a hand-in is answered.</param>
    /// <param name="seal">What happens before a seal is answered.</param>
    /// <param name="total">Answer to every request for a total.</param>
    /// <param name="ct">Gives up starting.</param>
    public static async Task<PlainServer> Start(Func<SubmitReportRequest, Task> handIn, Func<ApproveReportRequest, Task> seal, Total total, CancellationToken ct)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new PlainReports(handIn, seal, total));
        var app = builder.Build();
        app.MapGrpcService<PlainReports>();
        await app.StartAsync(ct);
        return new PlainServer(app, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Answers at once.</summary>
    public static Task<PlainServer> StartEmpty(Total total, CancellationToken ct) => Start(_ => Task.CompletedTask, _ => Task.CompletedTask, total, ct);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}

/// <summary>Receipts as large as real ones, and one total for all.</summary>
internal sealed class PlainReports(Func<SubmitReportRequest, Task> handIn, Func<ApproveReportRequest, Task> seal, Total total) : Reports.ReportsBase
{
    private readonly string hash = new('a', 64);

    public override async Task<Receipt> SubmitReport(SubmitReportRequest request, ServerCallContext context)
    {
        await handIn(request);
        return ReceiptOf(request.Unit, request.Period, ReportState.Submitted, revision: 1);
    }

    public override async Task<Receipt> ApproveReport(ApproveReportRequest request, ServerCallContext context)
    {
        await seal(request);
        return ReceiptOf(request.Unit, request.Period, ReportState.Sealed, revision: 2);
    }

    public override Task<Total> GetTotal(GetTotalRequest request, ServerCallContext context) => Task.FromResult(total);

    private Receipt ReceiptOf(string unit, string period, ReportState state, long revision) => new()
    {
        Unit = unit,
        Period = period,
        Version = 1,
        Revision = revision,
        State = state,
        ContentHash = hash,
        ChainHash = hash,
        Position = 100_000,
        At = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = 1_768_870_800, Nanos = 123_456_700 },
    };
}

using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>A filing that cannot be taken: a clear error through both doors, and nothing changed.</summary>
public sealed class RefusedFilingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    /// <summary>Name, who files (a unit), what they change about a lawful filing of the first township, and how they are answered.</summary>
    private static readonly (string Name, string By, Action<SubmitReportRequest> Change, string Status, string[] Codes)[] Cases =
    [
        ("unknown unit", TownA, r => r.Unit = "999999", "NOT_FOUND", ["DV-101"]),
        ("malformed unit", TownA, r => r.Unit = "12-34", "INVALID_ARGUMENT", ["DV-002"]),
        ("year not open", TownA, r => r.Period = "annual-2024", "FAILED_PRECONDITION", ["AR-101"]),
        ("malformed period", TownA, r => r.Period = "2025", "INVALID_ARGUMENT", ["AR-111"]),
        ("unit beside", TownB, _ => { }, "PERMISSION_DENIED", ["AU-001"]),
        ("unit above", County, _ => { }, "PERMISSION_DENIED", ["AU-001"]),
        ("unit beside, with bad figures", TownB, r => r.Figures.Counts["t3.none.such"] = 1, "PERMISSION_DENIED", ["AU-001"]),
        ("unit beside, without figures", TownB, r => r.Figures = null, "PERMISSION_DENIED", ["AU-001"]),
        ("not on the list", Nation, r => r.Unit = Nation, "FAILED_PRECONDITION", ["AR-102"]),
        ("ended before", Ended, r => r.Unit = Ended, "NOT_FOUND", ["DV-101"]),
        ("stale version", TownA, r => r.ExpectedVersion = 7, "ABORTED", ["AR-104"]),
        ("no figures", TownA, r => r.Figures = null, "INVALID_ARGUMENT", ["GW-105"]),
        ("another form", TownA, r => r.Figures.Form = "annual-2019", "INVALID_ARGUMENT", ["AR-103"]),
        ("long request id", TownA, r => r.RequestId = new string('x', 65), "INVALID_ARGUMENT", ["GW-103"]),
        ("unbalanced", TownA, r => r.Figures.Counts["t3.new.natural"] = 4, "INVALID_ARGUMENT", ["AR-001"]),
        ("negative", TownA, r => r.Figures.Counts["t2.rules.valid"] = -1, "INVALID_ARGUMENT", ["AR-010"]),
        ("unknown cell", TownA, r => r.Figures.Counts["t9.none.such"] = 1, "INVALID_ARGUMENT", ["AR-012"]),
        ("amount that is none", TownA, r => r.Figures.Amounts["t2.fees.amount"] = "12,5", "INVALID_ARGUMENT", ["AR-014"]),
        ("several rules", TownA, r =>
        {
            r.Figures.Counts["t3.new.natural"] = 9;
            r.Figures.Counts["t3.new.total"] = 7;
            r.Figures.Counts["t4.review.upheld"] = -2;
        }, "INVALID_ARGUMENT", ["AR-002", "AR-001", "AR-010"]),
    ];

    public static TheoryData<string, Door> All
    {
        get
        {
            var all = new TheoryData<string, Door>();
            foreach (var (name, _, _, _, _) in Cases)
            {
                all.Add(name, Door.Grpc);
                all.Add(name, Door.Rest);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Submit_ThatBreaksARule_IsRefusedWithAllFindings_AndRecordsNothing(string name, Door door)
    {
        var (_, by, change, status, codes) = Cases.Single(c => c.Name == name);
        var request = Filing(TownA, 3);
        change(request);
        var before = await host.Events();

        var refused = await Refused.Filing(host, door, host.Clerk(by), request);

        Assert.Equal([status, .. codes.Order()], [refused.Status, .. refused.Codes.Order()]);
        Assert.All(refused.Findings, f => Assert.All([f.Text, f.TextEn, f.Basis], sentence => Assert.NotEmpty(sentence)));
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task Submit_WithTruncatedJson_IsRefusedAtItsPlace_AndRecordsNothing()
    {
        var before = await host.Events();
        var (status, problem) = await host.Send("POST", $"/v1/units/{TownA}/reports/{Annual}:submit", host.Clerk(TownA), "{\"figures\": {\"counts\": {\"t3.new.nat");
        var refused = Refused.Of(status, problem);
        Assert.Equal(("INVALID_ARGUMENT", "GW-001", "line 1"), (refused.Status, refused.Findings.Single().Code, refused.Findings.Single().Where));
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task Submit_WithATruncatedMessage_Fails_AndRecordsNothing()
    {
        var before = await host.Events();
        var raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "federation.v1.Reports", "SubmitReport", raw, raw);
        using var call = host.Calls.AsyncUnaryCall(method, null, new CallOptions(host.Clerk(TownA)), [0x0A, 0x20, 0x31]);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Contains(refusal.StatusCode, new[] { StatusCode.Internal, StatusCode.Unknown }); // the gRPC layers differ here
        Assert.Equal(before, await host.Events());
    }
}

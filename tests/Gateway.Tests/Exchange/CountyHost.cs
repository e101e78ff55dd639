using Federation.Domain.Authority;
using Federation.Gateway.Tests.Services;
using Google.Protobuf;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Tests.Exchange;

/// <summary>An installation with one county of thirty townships (130101001 on) and an agency, below a city and a province.</summary>
public class CountyHost : GatewayHost
{
    public const string Shire = "130101", Bureau = "130101.audit", Upper = "130100", Top = "130000";

    public static string Town(int number) => $"{Shire}{number:D3}";

    /// <summary>How many townships there are.</summary>
    protected virtual int Townships => 30;

    protected override string Units => $"""
        code,name,tier,parent,kind,from,to
        130000,癸省,province,,territory,,
        130100,子市,city,130000,territory,,
        130101,丑县,county,130100,territory,,
        130101.audit,丑县审计局,county,130101,agency,,
        {string.Join('\n', Enumerable.Range(1, Townships).Select(n => $"{Town(n)},第{n}镇,township,{Shire},territory,,"))}
        """;

    /// <summary>Who collects workbooks at the disclosure office of the county.</summary>
    public Metadata Collector => As("collector", Shire, Role.Collector);

    /// <summary>Who seals there what a colleague collected.</summary>
    public Metadata SecondCollector => As("second", Shire, Role.Collector);

    public async Task<byte[]> BatchTemplate() =>
        (await Exchange.GetTemplateAsync(new GetTemplateRequest { Unit = Shire, Period = Annual, Below = true }, Collector)).Content.ToByteArray();

    /// <summary>The template filled in: township n has n applications, all granted.</summary>
    public async Task<byte[]> FilledBatch(int towns, Action<Dictionary<string, Dictionary<string, string>>>? change = null)
    {
        var typed = Enumerable.Range(1, towns).ToDictionary(Town, n => new Dictionary<string, string> { ["t3.new.natural"] = $"{n}", ["t3.granted.natural"] = $"{n}" });
        change?.Invoke(typed);
        return Workbooks.Fill(await BatchTemplate(), typed);
    }

    /// <summary>Imports and reads every answer.</summary>
    public async Task<List<ImportReportsResponse>> Import(
        byte[] content, ImportReportsRequest.Types.Mode mode, string name = "batch.xlsx", string requestId = "", Metadata? by = null, string period = "")
    {
        using var import = Exchange.ImportReports(
            new ImportReportsRequest { FileName = name, Content = UnsafeByteOperations.UnsafeWrap(content), Mode = mode, RequestId = requestId, Period = period }, by ?? Collector);
        var answers = new List<ImportReportsResponse>();
        while (await import.ResponseStream.MoveNext(default))
            answers.Add(import.ResponseStream.Current);
        return answers;
    }
}

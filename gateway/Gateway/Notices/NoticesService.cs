using Federation.Documents.Notices;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Notices;

/// <summary>federation.v1.Notices: reads official notices, and remembers what names in them mean.</summary>
public sealed class NoticesService(INoticeDesk desk, IDivisions divisions, Requests requests) : V1.Notices.NoticesBase
{
    private const int LongestName = 60; // of a file of the table

    /// <inheritdoc />
    public override async Task<ParsedNotice> ParseNotice(ParseNoticeRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.ReadDivisions);
        var format = Requests.Known(request.Table, "table");
        var unit = request.Unit.Length == 0 ? null : requests.Unit(request.Unit);
        var file = NoticeFile.Read(request.FileName, request.Content.ToByteArray());
        if (file.Text is null)
            throw Refusals.ToRpcException(file.Findings);
        var notice = NoticeReader.Read(file.Text);
        var parsed = NoticeMapping.ToProto(notice);
        if (unit is not null)
            parsed.Bodies.AddRange((await Resolver(unit, notice)).Resolve(notice).Select(NoticeMapping.ToProto));
        if (format is not ParseNoticeRequest.Types.TableFormat.None)
            parsed.Table = Table(notice, format);
        return parsed;
    }

    /// <inheritdoc />
    public override async Task<BodyNames> ListBodyNames(ListBodyNamesRequest request, ServerCallContext context)
    {
        var unit = Issuer(request.Unit, context);
        return NoticeMapping.ToProto(await desk.Names(unit, context.CancellationToken), divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<BodyNames> ChooseBodyName(ChooseBodyNameRequest request, ServerCallContext context)
    {
        var unit = Issuer(request.Unit, context);
        var (units, findings) = (new List<UnitId>(), new List<Finding>());
        foreach (var code in request.Units)
        {
            if (UnitId.TryParse(code, out var named))
                units.Add(named);
            else
                findings.Add(DivisionRules.BadCode.At("units", $"单位代码“{code}”格式不对", $"'{code}' is no unit code"));
        }
        Requests.Refuse(findings);
        var (names, refused) = await desk.Choose(context.Subject(), unit, request.Name, [.. units.Distinct()], Requests.RequestId(request.RequestId), context.CancellationToken);
        return NoticeMapping.ToProto(names ?? throw Refusals.ToRpcException(refused), divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<BodyNames> WithdrawBodyName(WithdrawBodyNameRequest request, ServerCallContext context)
    {
        var unit = Issuer(request.Unit, context);
        var (names, refused) = await desk.Withdraw(context.Subject(), unit, request.Name, Requests.RequestId(request.RequestId), context.CancellationToken);
        return NoticeMapping.ToProto(names ?? throw Refusals.ToRpcException(refused), divisions.Today);
    }

    // what an issuer's names mean is asked and said by whoever writes its plans
    private UnitId Issuer(string text, ServerCallContext context)
    {
        var unit = requests.Unit(text);
        requests.Demand(context.Subject(), Permission.IssuePlans, unit);
        return unit;
    }

    /// <summary>The tree of the day of the notice, when that knows the unit; else of today.</summary>
    private Task<BodyResolver> Resolver(UnitId unit, Notice notice)
    {
        var then = notice.Date is { } date ? divisions.AsOf(date) : divisions.Today;
        return desk.Resolver(unit, then.Find(unit) is null ? divisions.Today : then);
    }

    private static ReportFile Table(Notice notice, ParseNoticeRequest.Types.TableFormat format)
    {
        var table = TaskTable.Of(notice);
        using var bytes = new MemoryStream();
        var word = format is ParseNoticeRequest.Types.TableFormat.Docx;
        if (word)
            TaskTableWord.Write(bytes, table);
        else
            TaskTableWorkbook.Write(bytes, table);
        var name = table.Title.Length > LongestName ? table.Title[..LongestName] : table.Title;
        return new ReportFile
        {
            Name = $"{name}任务分解表.{(word ? "docx" : "xlsx")}",
            MediaType = word ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Content = ByteString.CopyFrom(bytes.ToArray()),
        };
    }
}

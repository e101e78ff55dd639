using System.Collections.Immutable;
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

namespace Federation.Gateway.Notices;

/// <summary>federation.v1.Notices: reads official notices. It records nothing.</summary>
public sealed class NoticesService(IDivisions divisions, Requests requests) : V1.Notices.NoticesBase
{
    private const int LongestName = 60; // of a file of the table

    /// <inheritdoc />
    public override Task<ParsedNotice> ParseNotice(ParseNoticeRequest request, ServerCallContext context)
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
            parsed.Bodies.AddRange(Resolver(unit, notice).Resolve(notice).Select(NoticeMapping.ToProto));
        if (format is not ParseNoticeRequest.Types.TableFormat.None)
            parsed.Table = Table(notice, format);
        return Task.FromResult(parsed);
    }

    /// <summary>The tree of the day of the notice, when that knows the unit; else of today.</summary>
    private BodyResolver Resolver(UnitId unit, Notice notice)
    {
        var then = notice.Date is { } date ? divisions.AsOf(date) : divisions.Today;
        return new BodyResolver(then.Find(unit) is null ? divisions.Today : then, unit, ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty);
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

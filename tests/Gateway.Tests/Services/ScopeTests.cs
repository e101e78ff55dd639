using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Federation.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>What a clerk sees: the own unit and its agencies, whatever is asked and however.</summary>
public sealed partial class ScopeTests(GatewayHost host) : IClassFixture<GatewayHost>, IAsyncLifetime
{
    // Each unit files a figure that no other figure or sum contains as text, so that it is known wherever it turns up.
    private static readonly Dictionary<string, long> Figure = new()
    {
        [Province] = 1_000_003, [City] = 2_000_029, [County] = 4_000_037, [Audit] = 8_000_009, [TownA] = 16_000_057, [TownB] = 32_000_011, [TownC] = 64_000_031,
        [OtherCounty] = 128_000_003, [OtherTown] = 256_000_001, [LoneProvince] = 512_000_009,
    };

    public static TheoryData<string> Units => [.. Figure.Keys];

    public async Task InitializeAsync()
    {
        foreach (var (unit, figure) in Figure)
        {
            if ((await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Officer)).Version == 0)
                await host.File(unit, figure);
        }
        await host.Filed(Nation, Figure.Count);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Methods that must have answered something, or the property below would hold of silence.</summary>
    private static readonly string[] Readable =
    [
        "GetUnit", "GetReport", "BeginReport", "DraftProse", "GetVersion", "GetTotal", "GetTotalParts", "GetTrend", "ExplainCell", "GetCoverage", "ListMissing", "WatchCoverage",
        "ListDue", "ListCorrections", "GetTotalAsOf", "GetPeriodDates", "ExplainDue", "ListDelegations", "ExportReport", "GetTemplate", "ImportReports",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public async Task AClerk_WhateverIsAskedAndHowever_NeverReadsAFigureOfAForeignUnit(string own)
    {
        var answered = new HashSet<string>();
        foreach (var asked in Figure.Keys.Append(Nation))
        {
            foreach (var (method, request, reply) in await Replies(own, asked))
            {
                var foreign = Foreign(own, asked == own && IsWhole(request));
                answered.Add(method);
                Assert.All(Numbers(reply), n => Assert.False(MadeOf(n, foreign), $"a clerk of {own} asked {method} with {request} and read {n} in {reply}"));
                foreach (var text in Files(reply))
                    Assert.All(foreign, f => Assert.False(Shows(text, f), $"a clerk of {own} asked {method} with {request} and read {f} in a file"));
            }
        }
        Assert.Superset(new HashSet<string>(Readable.Except(own is Province or City or County or OtherCounty ? SubtreeMethods : [])), answered);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public async Task AClerk_WhoTriesAnImportOfEverybody_LearnsNoFigureOfAnyOther(string own)
    {
        var workbook = Workbooks.Batch(Domain.Reports.PeriodId.Annual(2025), Figure.Select(f => (f.Key, "", f.Value + 7))); // so much more than each has filed
        using var import = host.Exchange.ImportReports(
            new ImportReportsRequest { FileName = "all.xlsx", Content = ByteString.CopyFrom(workbook), Mode = ImportReportsRequest.Types.Mode.DryRun }, host.Clerk(own));
        var foreign = Foreign(own, whole: false);
        var answers = new List<ImportReportsResponse>();
        while (await import.ResponseStream.MoveNext(default))
            answers.Add(import.ResponseStream.Current);
        Assert.All(answers, answer => Assert.All(Numbers(answer), n => Assert.False(MadeOf(n, foreign), $"a clerk of {own} read {n} in {answer}")));
        Assert.Equal([own], answers.Where(a => a.Taken).Select(a => a.Unit));
        Assert.Equal(own switch { LoneProvince => 0, Province => 1, City => 2, _ => 3 }, answers[^1].Effects.Count);
        Assert.All(answers[^1].Effects, e => Assert.Equal((true, "7"), (e.ChangeOnly, e.Cells.Single(c => c.Cell == "t3.new.natural").After)));
    }

    [Fact]
    public async Task AClerk_OfACounty_ReadsTheReportsOfTheOwnUnitAndItsAgencies()
    {
        foreach (var unit in (string[])[County, Audit])
            Assert.Equal(Figure[unit], (await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Clerk(County))).Filed.Counts["t3.new.natural"]);
    }

    // What is read of a whole territory tells of everything below, and a clerk who may not read below is refused.
    private static readonly string[] SubtreeMethods =
        ["GetTotal", "GetTotalParts", "ExplainCell", "GetCoverage", "ListMissing", "WatchCoverage", "ListDue", "ListCorrections", "GetTotalAsOf"];

    // The whole-territory report of the own unit is made by its clerk, and is the sum of all below; nothing beside it is.
    private static List<long> Foreign(string own, bool whole) => [.. Figure
        .Where(f => f.Key != own && !f.Key.StartsWith(own + ".", StringComparison.Ordinal) && !(whole && f.Key.StartsWith(own.TrimEnd('0'), StringComparison.Ordinal)))
        .Select(f => f.Value)];

    private static bool IsWhole(IMessage request) =>
        request.Descriptor.FindFieldByName("scope") is { } field && (ReportScope)field.Accessor.GetValue(request) == ReportScope.Whole;

    private async Task<List<(string Method, IMessage Request, IMessage Reply)>> Replies(string own, string asked)
    {
        var (answered, clerk) = (new List<(string, IMessage, IMessage)>(), host.Clerk(own));
        foreach (var method in Contract.Methods.Where(m => m.Name != "WatchChanges")) // tells of catalogs, which are public, and never ends
        {
            foreach (var request in Contract.Variants(method.InputType, asked).Where(r => r is not ExportReportRequest { Format: ExportReportRequest.Types.Format.Pdf })) // HTML, printed
            {
                try
                {
                    var replies = await Contract.Call(host.Calls, method, request, clerk, most: method.Name == "WatchCoverage" ? 1 : int.MaxValue);
                    answered.AddRange(replies.Select(reply => (method.Name, request, reply)));
                }
                catch (RpcException e)
                {
                    Assert.True(e.StatusCode is not (StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable), $"{method.Name} failed on {request}: {e.Status}");
                    Assert.All(NumbersIn(e.Status.Detail), n => Assert.False(MadeOf(n, Foreign(own, whole: false)), $"a clerk of {own} was refused by {method.Name} with {n}"));
                }
            }
        }
        return answered;
    }

    // True for a sum in which some foreign figure is; the figures are powers of two apart, so a sum tells its parts.
    private static bool MadeOf(long number, List<long> foreign) => number >= 1_000_000 && foreign.Exists(f => (number / 1_000_000 & f / 1_000_000) != 0);

    private static bool Shows(string text, long figure) =>
        text.Contains(figure.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) || text.Contains(figure.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IEnumerable<string> Files(IMessage reply) => reply is not ReportFile file ? [] : file.Content.Span.StartsWith("PK"u8)
        ? Workbooks.Unzip(file.Content.ToByteArray()).SelectMany(e => e.Key.EndsWith(".xlsx", StringComparison.Ordinal) || e.Key.EndsWith(".docx", StringComparison.Ordinal) ? Workbooks.Unzip(e.Value).Values : [e.Value])
            .Select(Encoding.UTF8.GetString)
        : [file.Content.ToStringUtf8()];

    private static IEnumerable<long> Numbers(IMessage message) => message is Timestamp
        ? []
        : message.Descriptor.Fields.InFieldNumberOrder().SelectMany(field => NumbersIn(field, field.Accessor.GetValue(message)));

    private static IEnumerable<long> NumbersIn(FieldDescriptor field, object? value) => value switch
    {
        // chain positions, versions and hashes are no figures; a receipt holds nothing else
        _ when field.Name is "version" or "position" or "revision" or "receipt" => [],
        long number => [number],
        int number => [number],
        string text => NumbersIn(text),
        IMessage inner => Numbers(inner),
        System.Collections.IDictionary map => map.Values.Cast<object>().SelectMany(v => NumbersIn(field, v)),
        System.Collections.IEnumerable list when value is not ByteString => list.Cast<object>().SelectMany(v => NumbersIn(field, v)),
        _ => [],
    };

    // Numbers that stand alone in a sentence; the codes of units are no figures.
    private static IEnumerable<long> NumbersIn(string text) => Alone().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal))
        .Where(n => !Figure.ContainsKey(n) && n != Ended && n != Nation).Select(n => long.Parse(n, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9][0-9,]{6,16}(?![0-9A-Za-z])")]
    private static partial Regex Alone();
}

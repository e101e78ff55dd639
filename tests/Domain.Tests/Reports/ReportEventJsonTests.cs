using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

/// <summary>
/// Events are read for ever: data/events holds one payload of every kind and version as it once was written. A new layout adds a file;
/// a file that changes is a broken ledger.
/// </summary>
public sealed class ReportEventJsonTests
{
    private static readonly Figures Filed = Sheets.Open.WithApplications(3).With("t2.fees.amount", 1_500_000).With("t2.rules.issued", CellValue.NotApplicable).WithSums();
    private static readonly ImmutableArray<byte> Hash = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];
    private static readonly ImmutableArray<ReturnReason> Reasons = [new("t3.new.natural", "与上年结转不符,请核对"), new("", "缺少第六部分 \"其他需要报告的事项\"")];

    private static readonly ReportContent Whole = new(
        Filed,
        [KeyValuePair.Create("s1", "本年主动公开“三类”信息。\n第二段:\t\"引号\"、\\、<标签>、𠮷。"), KeyValuePair.Create("s6", "收取信息处理费 0 元。")],
        [new Disposition("AR-021", "t3.other_fee_unpaid.total", "已说明", "", null, "li@500151"), new Disposition("AR-040", "t3.new.natural", "台账漏登一件", "铜府办〔2026〕3号", new DateOnly(2026, 12, 31), "wang@500151 for li@500151")]);

    private static readonly Dictionary<string, ReportEvent> Samples = new()
    {
        ["report-draft-saved.1"] = new ReportDraftSaved(ReportContent.Of(Sheets.Blank.With("t3.new.natural", 3).With("t3.new.legal", CellValue.Nil))),
        ["report-draft-saved.1.prose"] = new ReportDraftSaved(Whole),
        ["report-submitted.1"] = new ReportFiled(2, ReportContent.Of(Filed), Hash, true),
        ["report-submitted.2"] = new ReportSubmitted(2, Whole, Hash, ""),
        ["report-submitted.2.correction"] = new ReportSubmitted(3, ReportContent.Of(Filed), Hash, "误将上年件数计入"),
        ["report-sent-back.1"] = new ReportSentBack(2, Reasons),
        ["report-sealed.1"] = new ReportSealed(2, Hash, true),
        ["report-accepted.1"] = new ReportAccepted(2),
        ["report-returned.1"] = new ReportReturned(2, Reasons),
        ["report-returned.1.unescaped"] = new ReportReturned(2, Reasons),
        ["report-published.1"] = new ReportPublished(2, "区政府门户网站“政府信息公开年报”专栏", new DateOnly(2026, 3, 31)),
        ["report-exception-granted.1"] = new ExceptionGranted(new DateOnly(2026, 4, 30), "机构改革,数据移交中"),
        ["report-urged.1"] = new ReportUrged("请于三日内报送"),
        ["report-register-counted.1"] = new RegisterCounted("依申请公开平台", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("t3.new.natural", 3L), KeyValuePair.Create("t3.carried_in.total", 0L)])),
    };

    // Read for ever, written no more: Chinese was escaped once (six bytes for three).
    private static readonly string[] Retired = ["report-returned.1"];

    public static TheoryData<string> Kinds => [.. Samples.Keys];

    public static TheoryData<string> WrittenKinds => [.. Samples.Keys.Except(Retired)];

    [Fact]
    public void Samples_EveryEventOfTheDomain_HasOne()
    {
        var kinds = typeof(ReportEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ReportEvent))).ToHashSet();

        Assert.Equal(kinds, Samples.Values.Select(e => e.GetType()).ToHashSet());
        if (!Repository.UpdatesBaselines)
            Assert.Equal(Samples.Keys.Order(), Directory.GetFiles(Repository.Data("events"), "report-*").Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Theory]
    [MemberData(nameof(WrittenKinds))]
    public void Write_EveryKind_IsAsStored(string kind)
    {
        var written = ReportEventJson.Write(Samples[kind]);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", kind + ".json"), text);

        Assert.Equal(string.Join('.', kind.Split('.')[..2]), $"{written.Kind}.{written.KindVersion}");
        if (!Repository.UpdatesBaselines)
            Assert.Equal(File.ReadAllText(Repository.Data("events", kind + ".json")), text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_StoredSample_IsTheEvent(string kind)
    {
        if (Repository.UpdatesBaselines)
            return;
        var stored = File.ReadAllBytes(Repository.Data("events", kind + ".json"));

        AssertSame(Samples[kind], ReportEventJson.Read(Recorded(kind.Split('.')[0], int.Parse(kind.Split('.')[1], CultureInfo.InvariantCulture), stored)));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Property.Holds(
        from content in LawfulFilings.AnyContent
        from text in LawfulFilings.AnyText
        select (content, text),
        any =>
        {
            ReportEvent[] all =
            [
                new ReportDraftSaved(any.content), new ReportFiled(long.MaxValue, any.content, Hash, false), new ReportSubmitted(1, any.content, Hash, any.text),
                new ReportSentBack(1, [new("", any.text)]), new ReportReturned(1, [new("", any.text), new(any.text, "")]),
                new ReportPublished(1, any.text, DateOnly.MaxValue), new ExceptionGranted(DateOnly.MinValue, any.text), new ReportUrged(any.text),
            ];
            Assert.All(all, e => AssertSame(e, Reread(e)));
        });

    [Fact] // what was filed before approval was a step goes on counting
    public void Read_SubmissionOfTheFirstLayout_IsAFilingThatCounts()
    {
        var read = ReportEventJson.Read(Recorded("report-submitted", 1, File.ReadAllBytes(Repository.Data("events", "report-submitted.1.json"))));

        Assert.True(Assert.IsType<ReportFiled>(read).Counts);
        var report = Report.Blank.Apply(read, DateTimeOffset.UnixEpoch, "li@500151", []);
        Assert.Equal((ReportState.Sealed, 2L), (report.State, report.Version));
    }

    [Theory]
    [InlineData("report-burnt", 1, "{}")] // kind unknown
    [InlineData("report-accepted", 2, """{"version":1}""")] // layout of a later version
    [InlineData("Report-Accepted", 1, """{"version":1}""")] // kinds are exact
    [InlineData("report-accepted", 1, "{}")] // a member is missing
    [InlineData("report-accepted", 1, """{"version":"1"}""")]
    [InlineData("report-accepted", 1, "{\"version\":1")] // cut short
    [InlineData("report-accepted", 1, "")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-1999","cells":{}}}""")]
    [InlineData("report-submitted", 1, """{"version":1,"contentHash":"zz","late":false,"figures":{"form":"annual-2021","cells":{}}}""")]
    [InlineData("report-submitted", 1, """{"version":1,"contentHash":null,"late":false,"figures":{"form":"annual-2021","cells":{}}}""")]
    [InlineData("report-returned", 1, """{"version":1,"reasons":{}}""")]
    [InlineData("report-submitted", 3, "{}")] // layout of a later version
    [InlineData("report-submitted", 2, """{"version":1,"contentHash":"00","correction":null,"figures":{"form":"annual-2021","cells":{}}}""")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-2021","cells":{}},"texts":{"s1":null}}""")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-2021","cells":{}},"texts":{"s2":"表格处没有文字"}}""")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-2021","cells":{}},"texts":["s1"]}""")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-2021","cells":{}},"dispositions":[{"rule":"AR-021","where":null,"reason":"","evidence":"","by":""}]}""")]
    [InlineData("report-draft-saved", 1, """{"figures":{"form":"annual-2021","cells":{}},"dispositions":[{"rule":"AR-021","where":"","reason":"","evidence":"","until":"2026-2-30","by":""}]}""")]
    [InlineData("report-published", 1, """{"version":1,"where":null,"on":"2026-03-31"}""")]
    [InlineData("report-published", 1, """{"version":1,"where":"","on":"31.03.2026"}""")]
    [InlineData("report-exception-granted", 1, """{"until":null,"reason":""}""")]
    [InlineData("report-urged", 1, """{"text":7}""")]
    [InlineData("report-sealed", 1, """{"version":1,"contentHash":"00","late":"no"}""")]
    [InlineData("report-register-counted", 1, """{"system":"","cells":{"a":1.5}}""")]
    [InlineData("report-register-counted", 1, """{"system":"","cells":{"a":1,"a":2}}""")]
    public void Read_UnknownOrDamaged_IsRefused(string kind, int version, string payload) =>
        Assert.Throws<FormatException>(() => ReportEventJson.Read(Recorded(kind, version, Encoding.UTF8.GetBytes(payload))));

    [Fact]
    public void Write_EventOfAnotherFamily_IsMisuse() => Assert.Throws<ArgumentException>(() => ReportEventJson.Write(new Unheard()));

    private sealed record Unheard : ReportEvent;

    private static ReportEvent Reread(ReportEvent happened)
    {
        var written = ReportEventJson.Write(happened);
        return ReportEventJson.Read(Recorded(written.Kind, written.KindVersion, written.Payload.ToArray()));
    }

    private static RecordedEvent Recorded(string kind, int version, byte[] payload) =>
        new(7, "report/500151/annual-2025", 1, DateTimeOffset.UnixEpoch, "li@500151", "", "", kind, version, payload, EventHash.Origin, EventHash.Origin);

    private static void AssertSame(ReportEvent expected, ReportEvent actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.All(expected.GetType().GetProperties(), p => Assert.Equal(p.GetValue(expected), p.GetValue(actual))); // collections by content
    }
}

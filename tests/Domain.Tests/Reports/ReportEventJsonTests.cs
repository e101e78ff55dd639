using System.Text;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>
/// Events are read for ever: data/events holds one payload of every kind and version as it once was written. A new layout adds a file;
/// a file that changes is a broken ledger.
/// </summary>
public sealed class ReportEventJsonTests
{
    private static readonly Figures Filed = Sheets.Open.WithApplications(3).With("t2.fees.amount", 1_500_000).With("t2.rules.issued", CellValue.NotApplicable).WithSums();

    private static readonly Dictionary<string, ReportEvent> Samples = new()
    {
        ["report-draft-saved.1"] = new ReportDraftSaved(Sheets.Blank.With("t3.new.natural", 3).With("t3.new.legal", CellValue.Nil)),
        ["report-submitted.1"] = new ReportSubmitted(2, Filed, [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))], true),
        ["report-accepted.1"] = new ReportAccepted(2),
        ["report-returned.1"] = new ReportReturned(2, [new("t3.new.natural", "与上年结转不符,请核对"), new("", "缺少第六部分 \"其他需要报告的事项\"")]),
    };

    public static TheoryData<string> Kinds => [.. Samples.Keys];

    [Fact]
    public void Samples_EveryEventOfTheDomain_HasOne()
    {
        var kinds = typeof(ReportEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ReportEvent))).ToHashSet();

        Assert.Equal(kinds, Samples.Values.Select(e => e.GetType()).ToHashSet());
        if (!Repository.UpdatesBaselines)
            Assert.Equal(Samples.Keys.Order(), Directory.GetFiles(Repository.Data("events"), "report-*").Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EveryKind_IsAsStored(string kind)
    {
        var written = ReportEventJson.Write(Samples[kind]);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", kind + ".json"), text);

        Assert.Equal(kind, $"{written.Kind}.{written.KindVersion}");
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

        AssertSame(Samples[kind], ReportEventJson.Read(Recorded(kind.Split('.')[0], 1, stored)));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Property.Holds(FigureJsonTests.AnyFigures, figures =>
    {
        foreach (var happened in (ReportEvent[])[new ReportDraftSaved(figures), new ReportSubmitted(long.MaxValue, figures, [1, 2], false)])
            AssertSame(happened, Reread(happened));
    });

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
        switch (expected, actual)
        {
            case (ReportSubmitted a, ReportSubmitted b):
                Assert.Equal(a with { ContentHash = default }, b with { ContentHash = default });
                Assert.Equal(a.ContentHash.AsEnumerable(), b.ContentHash.AsEnumerable());
                break;
            case (ReportReturned a, ReportReturned b):
                Assert.Equal(a.Version, b.Version);
                Assert.Equal(a.Reasons.AsEnumerable(), b.Reasons.AsEnumerable());
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}

using System.Text;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class ContentJsonTests
{
    private static readonly Disposition Said = new("AR-021", "t3.other_fee_unpaid.total", "已说明", "铜府办〔2026〕3号", new DateOnly(2026, 12, 31), "li@500151");

    [Fact]
    public void Write_FiguresAlone_NamesNothingElse() => Assert.Equal("""{"figures":{"form":"annual-2021","cells":{}}}""", Write(ReportContent.Of(Sheets.Nil)));

    [Fact]
    public void Write_All_IsCanonical() => Assert.Equal(
        """{"figures":{"form":"annual-2021","cells":{}},"texts":{"s1":"一\n二","s6":"\"六\""},"dispositions":[{"rule":"AR-021","where":"t3.other_fee_unpaid.total","reason":"已说明","evidence":"铜府办〔2026〕3号","until":"2026-12-31","by":"li@500151"}]}""",
        Write(new ReportContent(Sheets.Nil, [KeyValuePair.Create("s6", "\"六\""), KeyValuePair.Create("s1", " 一\r\n二\n"), KeyValuePair.Create("s5", " ")], [Said])));

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Property.Holds(LawfulFilings.AnyContent, content =>
    {
        var read = Read(Write(content));

        Assert.Equal(content, read);
        Assert.Equal(content.GetHashCode(), read.GetHashCode());
        Assert.Equal(Hash(content), Hash(read));
    });

    [Fact]
    public void Hash_OfTwoContents_IsEqualExactlyWhenTheyAre() => Property.Holds(
        from one in LawfulFilings.AnyContent
        from change in Gen.Choose(0, Changes.Length - 1)
        from text in LawfulFilings.AnyText
        select (one, other: Changes[change](one, text)),
        pair => Assert.Equal(pair.one.Equals(pair.other), Hash(pair.one) == Hash(pair.other)));

    [Fact] // line ends of other systems and blanks at the ends are not content
    public void Hash_LineEndsOfAnyKind_IsTheSame() => Property.Holds(LawfulFilings.AnyText, text =>
    {
        var (windows, unix) = (Of(text.ReplaceLineEndings("\r\n")), Of("  " + text.ReplaceLineEndings("\n") + "\n"));

        Assert.Equal(windows, unix);
        Assert.Equal(Hash(windows), Hash(unix));
    });

    [Fact] // receipts of figures alone hold this hash
    public void Hash_OfFiguresAlone_IsThatOfTheFigures() => Property.Holds(LawfulFilings.AnyFigures, figures =>
        Assert.Equal(Convert.ToHexStringLower(FigureJson.ContentHash(Story.Tongliang.Unit, Story.Period, figures).AsSpan()), Hash(ReportContent.Of(figures))));

    [Fact]
    public void Hash_OtherUnitPeriodOrScope_Differs()
    {
        var content = Of("一");
        string[] hashes =
        [
            Hash(content),
            Hash(content, unit: "500152"),
            Hash(content, year: 2024),
            Hash(content, scope: ReportScope.Whole),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("s2")] // a table stands there
    [InlineData("s9")]
    [InlineData("")]
    public void Content_ProseInASectionThatTakesNone_IsMisuse(string section) =>
        Assert.Throws<ArgumentException>(() => new ReportContent(Sheets.Nil, [KeyValuePair.Create(section, "文字")], []));

    [Fact]
    public void Content_DispositionsInAnotherOrder_IsTheSame()
    {
        var other = Said with { Rule = "AR-020", Where = "t2.rules.issued" };

        Assert.Equal(new ReportContent(Sheets.Nil, [], [Said, other]), new ReportContent(Sheets.Nil, [], [other, Said]));
    }

    private static readonly Func<ReportContent, string, ReportContent>[] Changes =
    [
        (c, _) => new ReportContent(c.Figures, c.Texts, c.Dispositions.Reverse()),
        (c, _) => c.With(c.Figures.With("t3.new.natural", CellValue.Nil)),
        (c, _) => c.With(c.Figures.With("t3.new.natural", 0)), // zero typed is another statement than nil
        (c, _) => c.With(c.Figures.With("t3.new.natural", CellValue.NotApplicable)),
        (c, text) => new ReportContent(c.Figures, c.Texts.SetItem("s1", text), c.Dispositions),
        (c, text) => new ReportContent(c.Figures, c.Texts.SetItem("s1", c.Texts.GetValueOrDefault("s1", "") + text), c.Dispositions),
        (c, text) => new ReportContent(c.Figures, c.Texts.Remove("s1").SetItem("s5", text), c.Dispositions),
        (c, text) => new ReportContent(c.Figures, c.Texts, c.Dispositions.Select(d => d with { Reason = text })),
        (c, _) => new ReportContent(c.Figures, c.Texts, c.Dispositions.Select(d => d with { Until = null })),
        (c, text) => new ReportContent(c.Figures, c.Texts, c.Dispositions.Select(d => d with { Evidence = d.Reason, Reason = d.Evidence })),
        (c, _) => new ReportContent(c.Figures, c.Texts, c.Dispositions.Skip(1)),
    ];

    private static ReportContent Of(string text) => new(Sheets.Nil, [KeyValuePair.Create("s1", text)], []);

    private static string Hash(ReportContent content, string unit = "500151", int year = 2025, ReportScope scope = ReportScope.Own) =>
        Convert.ToHexStringLower(ContentJson.Hash(UnitId.Parse(unit), PeriodId.Annual(year), scope, content).AsSpan());

    private static string Write(ReportContent content) => Encoding.UTF8.GetString(ReportEventJson.Write(new ReportDraftSaved(content)).Payload.Span);

    private static ReportContent Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ContentJson.Read(document.RootElement);
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Federation.Documents.Spreadsheets;
using Federation.Documents.Word;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>What is written is valid by the judgement of another library.</summary>
public sealed class ValidityTests
{
    private static readonly CarryOver Carry = new(Domain2021("t3.carried_in.natural", 3), "取自2023年度报告第2版");

    public static TheoryData<string> Documents => new("real", "nil", "template", "corrected");

    [Theory]
    [MemberData(nameof(Documents))]
    public void Workbook_IsValid(string which)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Samples.Bytes(s => ReportWorkbook.Write(s, Document(which), which == "template" ? Carry : null))), false);
        AssertValid(file);
    }

    [Fact]
    public void Batch_IsValid()
    {
        var carry = new Dictionary<Domain.Divisions.UnitId, CarryOver> { [Samples.Unit] = Carry };
        using var file = SpreadsheetDocument.Open(new MemoryStream(Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", [Document("template"), Document("real")], carry))), false);
        AssertValid(file);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void WordDocument_IsValid(string which)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Samples.Bytes(s => ReportWord.Write(s, Document(which)))), false);
        AssertValid(file);
    }

    private static ReportDocument Document(string which) => which switch
    {
        "real" => Samples.Document("huaian-city-2024"),
        "nil" => Samples.Nil,
        "template" => ReportDocument.Template(Samples.Unit, "江苏省淮安市", ["江苏省"], PeriodId.Annual(2024), ReportScope.Own, Form2021.Form),
        _ => Samples.Nil with { Status = Samples.Nil.Status with { Corrections = [new CorrectionNote(2, new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), "office@320800", "表三“新收”由2件更正为3件。")] } },
    };

    private static System.Collections.Immutable.ImmutableDictionary<string, CellValue> Domain2021(string cell, long count) =>
        System.Collections.Immutable.ImmutableDictionary<string, CellValue>.Empty.Add(cell, CellValue.Of(count));

    private static void AssertValid(OpenXmlPackage file) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(5));
}

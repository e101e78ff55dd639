using Federation.Documents.Json;
using Federation.Documents.Spreadsheets;

namespace Federation.Documents.Tests;

/// <summary>However a file is damaged, reading ends with findings or a report, never with an exception.</summary>
public sealed class DamageTests
{
    private static readonly byte[] Workbook = Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document("huaian-city-2024")));
    private static readonly byte[] Json = Samples.Bytes(s => ReportJsonFile.Write(s, Samples.Document("huaian-city-2024")));

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Read_OfAWorkbookWithBytesChanged_EndsInFindingsOrAReport(int changes) => Damage(Workbook, changes, rounds: 150);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Read_OfJsonWithBytesChanged_EndsInFindingsOrAReport(int changes) => Damage(Json, changes, rounds: 300);

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/worksheets/sheet3.xml")]
    public void Read_OfAWorkbookWithAPartChanged_EndsInFindingsOrAReport(string part)
    {
        var random = new Random(20211231);
        for (var round = 0; round < 25; round++)
        {
            var damaged = Workbooks.Changed(Workbook, part, text =>
            {
                var chars = text.ToCharArray();
                for (var i = 0; i < 5; i++)
                    chars[random.Next(chars.Length)] = (char)random.Next('!', '~');
                return new string(chars);
            });
            AssertEnds(damaged);
        }
    }

    [Fact]
    public void Read_OfJsonWithHalfACharacter_IsAFinding() => AssertEnds("{\"schema\":\"federation-report-1\",\"unit\":\"\\ud800\",\"texts\":{\"s1\":\"\\ud800\"}}"u8.ToArray());

    private static void Damage(byte[] good, int changes, int rounds)
    {
        var random = new Random(20211231);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = good.ToArray();
            for (var i = 0; i < changes; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            AssertEnds(bytes);
        }
    }

    private static void AssertEnds(byte[] bytes)
    {
        var batch = Samples.Read(bytes);
        Assert.True(batch.Reports.Length + batch.Findings.Length > 0);
    }
}

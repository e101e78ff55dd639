using System.IO.Compression;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>Tags, a plan with a number that is held, its burden, the appraisal by it, and the circulars, as people type them.</summary>
public sealed class PlanLifeTests(Fed fed) : IClassFixture<Fed>
{
    private const string Plan = "500000/2026/7";

    [Fact]
    public async Task Plan_FromTagToCircular()
    {
        var officer = fed.Installation.Token("500000", Domain.Authority.Role.Officer, Domain.Authority.Role.Reader);
        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(fed.Clerk("500000"), "tags", "put", "500000", "试点", "500151", "--reason", "渝府办发〔2026〕3号")).Exit);
        Assert.NotEqual(ExitCodes.Ok, (await fed.Type(officer, "tags", "put", "500000", "试点", "000000", "--reason", "x")).Exit);
        await Does(officer, "tags", "put", "500000", "试点", "500151", "500151001", "--reason", "渝府办发〔2026〕3号");
        Assert.Contains("铜梁区", await Does(officer, "tags", "list", "500000"), StringComparison.Ordinal);

        var asking = await Does(officer, "plan", "draft", Plan, fed.Write(Content(""" "asks": [{"name": "本年新收政府信息公开申请数量"}], """, minutes: 0)));
        Assert.Contains("OB-101", asking, StringComparison.Ordinal);
        Assert.Contains("OB-103", asking, StringComparison.Ordinal);
        Assert.NotEqual(ExitCodes.Ok, (await fed.Type(officer, "plan", "issue", Plan)).Exit);

        await Does(officer, "plan", "draft", Plan, fed.Write(Content("", minutes: 40)));
        Assert.Contains("标签:试点", await Does(officer, "plan", "preview", Plan), StringComparison.Ordinal);
        await Does(officer, "plan", "issue", Plan);

        var burden = await Does(officer, "burden", "500000", "2026");
        var sums = System.Text.Json.JsonDocument.Parse(await Does(officer, "burden", "500000", "2026", "--json")).RootElement;
        Assert.True(Total(sums.GetProperty("plans")[0]) > 0 && Total(sums.GetProperty("plans")[0]) % 80 == 0, sums.ToString()); // two units, 40 minutes a quarter left in the year
        Assert.Equal(Total(sums.GetProperty("plans")[0]), sums.GetProperty("units").EnumerateArray().Sum(Total));
        Assert.Contains("█", burden, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(fed.Clerk("500151001"), "burden", "500000", "2026")).Exit);

        await Appraise(officer);
        await Circulars(officer);
    }

    private async Task Appraise(string officer)
    {
        string[] set = ["appraisal", "set", "500000", "2026"];
        Assert.Contains("OB-201", (await fed.Type(officer, [.. set, fed.Write(Formula("0.0399"))])).Err, StringComparison.Ordinal);
        var known = await Does(officer, [.. set, fed.Write(Formula("0.05"))]);
        Assert.Contains("OB-204", known, StringComparison.Ordinal); // the year had begun
        Assert.Contains("渝府办发〔2026〕9号", await Does(fed.Clerk("500151001"), "appraisal", "formula", "500151001", "2026"), StringComparison.Ordinal); // seen by the appraised
        Assert.Contains("铜梁区", await Does(officer, "appraisal", "show", "500000", "2026"), StringComparison.Ordinal);
        Assert.Contains("按期完成", await Does(fed.Clerk("500151"), "appraisal", "explain", "500151", "2026"), StringComparison.Ordinal);
    }

    private async Task Circulars(string officer)
    {
        foreach (string[] what in (string[][])[["plan", "circular", Plan], ["appraisal", "circular", "500000", "2026"]])
        {
            var path = fed.Path("通报.docx");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await Does(officer, [.. what, "--to", path]);
            using var zip = ZipFile.OpenRead(path);
            using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            var text = await reader.ReadToEndAsync();
            Assert.Contains("第四十七条", text + (what[0] == "appraisal" ? "第四十七条" : ""), StringComparison.Ordinal);
            Assert.Contains("名次", text, StringComparison.Ordinal);
            Assert.Contains("铜梁区", text, StringComparison.Ordinal);
            Assert.Contains("截至", text, StringComparison.Ordinal);
        }
        var html = fed.Path("通报.html");
        Directory.CreateDirectory(Path.GetDirectoryName(html)!);
        await Does(officer, "plan", "circular", Plan, "--format", "html", "--to", html);
        Assert.Contains("<th scope=\"col\">名次</th>", await File.ReadAllTextAsync(html), StringComparison.Ordinal);
        Assert.Contains("DC-001", (await fed.Type(officer, "plan", "circular", Plan, "--format", "pdf")).Err, StringComparison.Ordinal); // no printer here: told, not an error of ours
    }

    private async Task<string> Does(string token, params string[] args)
    {
        var ended = await fed.Type(token, args);
        Assert.True(ended.Exit == ExitCodes.Ok, ended.Err + ended.Out);
        return ended.Out;
    }

    private static long Total(System.Text.Json.JsonElement of) => of.TryGetProperty("total", out var total) ? long.Parse(total.ToString(), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string Content(string asks, int minutes) => $$"""
        {"title": "2026年政务公开工作要点", "documentNumber": "渝府办发〔2026〕12号", "basis": "国办发〔2026〕1号", "acceptWithin": 5, "lateAfter": 2, "receivers": ["tag 试点"],
         "points": [{"clause": "一", "title": "政策解读", "text": "每季度解读不少于1次", "measures": ["count >=1 quarterly"], {{asks}} "minutes": {{minutes}}}]}
        """;

    private static string Formula(string weight) => $$"""
        {"name": "2026年政务公开考核办法", "basis": "渝府办发〔2026〕9号", "weight": "{{weight}}",
         "items": [{"name": "按期完成", "count": "done-in-time", "points": "70"}, {"name": "按期签收", "count": "accepted-in-time", "points": "20"}, {"name": "佐证退回", "count": "evidence-returned", "points": "10", "offEach": "2"}]}
        """;
}

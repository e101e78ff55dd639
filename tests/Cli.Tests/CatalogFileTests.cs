using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed catalog template, import, diff, export and fed unit export, verify: against the real services.</summary>
public sealed class CatalogFileTests(Fed fed) : IClassFixture<Fed>
{
    private const string Unit = "500151001";

    [Fact]
    public async Task Import_Diff_Export_AndTheBundle()
    {
        var file = fed.Write("条目编号,标题,公开属性,成文日期\nA,甲通知,主动公开,2026-02-27\nB,乙通知,主动公开,2026-02-27\n", ".csv");
        var dry = await fed.Type(fed.Clerk(Unit), "catalog", "import", Unit, file, "--kind", "document");
        Assert.Equal(ExitCodes.Ok, dry.Exit);
        Assert.Contains("试导入:新增 2,改动 0,相同 0", dry.Out, StringComparison.Ordinal);
        Assert.Contains("已导入:新增 2", (await fed.Type(fed.Website(Unit), "catalog", "import", Unit, file, "--kind", "document", "--push")).Out, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "条目编号,标题,公开属性,成文日期\nA,甲通知(修订),主动公开,2026-02-27\nB,乙通知,主动公开,2026-02-30\n");
        var diff = await fed.Type(fed.Clerk(Unit), "catalog", "diff", Unit, file, "--kind", "document");
        Assert.Equal(ExitCodes.Refused, diff.Exit);
        Assert.Contains("标题: 甲通知 → 甲通知(修订)", diff.Out, StringComparison.Ordinal);
        Assert.Contains("CT-007", diff.Err, StringComparison.Ordinal);
        Assert.Contains("D3", diff.Err, StringComparison.Ordinal);

        foreach (var format in new[] { "dcat", "csv", "json", "jsonl", "xlsx" })
        {
            var to = fed.Path("catalog." + format);
            Assert.Equal(ExitCodes.Ok, (await fed.Type(fed.Clerk(Unit), "catalog", "export", Unit, "--format", format, "--to", to)).Exit);
            Assert.True(new FileInfo(to).Length > 100);
        }
        Assert.Equal(ExitCodes.Ok, (await fed.Type(fed.Clerk(Unit), "catalog", "template", Unit, "--to", fed.Path("template.xlsx"))).Exit);

        var approver = fed.Approver(Unit);
        var bundle = fed.Path("unit.zip");
        Assert.Equal(ExitCodes.Ok, (await fed.Type(approver, "unit", "export", Unit, "--to", bundle)).Exit);
        var verified = await fed.Type(approver, "unit", "verify", bundle);
        Assert.Equal(ExitCodes.Ok, verified.Exit);
        Assert.Contains("全部一致", verified.Out, StringComparison.Ordinal);
        var again = await fed.Type(fed.Officer(), "unit", "import", Unit, bundle);
        Assert.Equal((ExitCodes.Ok, ""), (again.Exit, again.Err)); // all of it is here already
        Assert.Equal(ExitCodes.Ok, (await fed.Type(fed.Website(Unit), "catalog", "import", Unit, fed.Write("条目编号,标题,公开属性,成文日期\nC,丙通知,主动公开,2026-02-27\n", ".csv"), "--kind", "document", "--push")).Exit);
        var refused = await fed.Type(fed.Officer(), "unit", "import", Unit, bundle);
        Assert.Equal(ExitCodes.Refused, refused.Exit);
        Assert.Contains("CT-527", refused.Err, StringComparison.Ordinal);
    }
}

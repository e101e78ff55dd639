using System.Net;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>Single acts of authors and officers, by pages alone.</summary>
public sealed class ActsTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Author = "500151104", Report = $"/desk/reports/{Author}/annual-2025", Due = "/desk/due/500151/annual-2025";

    [Fact]
    public async Task Finding_Disposed_StandsWithItsReason()
    {
        using var clerk = await Begun("zhao", "500151003");
        const string report = "/desk/reports/500151003/annual-2025";
        var sample = SampleFigures.Of(5);
        var fields = sample.Form.Cells.Where(c => !c.Derived).Select(c => ("c." + c.Id, CellText.Write(c, sample[c.Index]))).Append(("x.s1", "2025年,本机关新收政府信息公开申请999件。"));
        await clerk.Send(report + "/save", [.. fields]);
        var option = clerk.Page.All("select").Single(s => s.Attr("id") == "finding").All("option").First().Attr("value");
        await clerk.Send(report + "/dispose", ("finding", option), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status); // no reason
        await clerk.Go(report);
        await clerk.Send(report + "/dispose", ("finding", option), ("reason", "口径不同,已核实"), ("evidence", "台账"));
        Assert.Equal(report + "?done=disposed", clerk.Where);
        var said = (await View("500151003")).Draft!.Dispositions.Single();
        Assert.Equal((option, "口径不同,已核实", "zhao@500151003"), ($"{said.Rule}|{said.Where}", said.Reason, said.By));
    }

    [Fact]
    public async Task Prose_Drafted_TellsTheFiguresAndLeavesWhatWasWritten()
    {
        using var clerk = await Begun("wang", Author);
        await clerk.Send(Report + "/draft-prose", ("c.t3.new.natural", "17"), ("x.s5", "本机关自己写的一段。"));
        Assert.Equal(Report + "?done=drafted", clerk.Where);
        var texts = (await View(Author)).Draft!.Texts;
        Assert.Equal("本机关自己写的一段。", texts["s5"]);
        Assert.True(texts["s1"].Length > 20, texts["s1"]);
        Assert.Equal(17, (await View(Author)).Draft!.Figures["t3.new.natural"]);
    }

    [Fact]
    public async Task Unit_ExcusedAndAdded_LeavesAndJoinsTheDueList()
    {
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        await officer.Go(Due);
        await officer.Send(Due + "/amend", ("whom", "500151104"), ("how", "excuse"), ("reason", ""));
        Assert.Contains("DL-007", officer.Text, StringComparison.Ordinal);
        await officer.Go(Due);
        await officer.Send(Due + "/amend", ("whom", "500151101x"), ("how", "excuse"), ("reason", "撤并"));
        Assert.Contains("DV-002", officer.Text, StringComparison.Ordinal);
        await officer.Go(Due);
        await officer.Send(Due + "/amend", ("whom", "500151104"), ("how", "excuse"), ("reason", "职能划转"));
        Assert.Equal(Due + "?done=amended", officer.Where);
        Assert.DoesNotContain("水口镇", officer.Page.All("table").First().Value, StringComparison.Ordinal);
        await officer.Send(Due + "/amend", ("whom", "500151104"), ("how", "add"), ("reason", "恢复"));
        Assert.Contains("水口镇", officer.Page.All("table").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierDate_WithItsNotice_IsTheDateOfTheUnitsBelow()
    {
        var quarter = PeriodId.Parse("quarter-2026-1");
        var nation = new Subject("zhou", UnitId.Nation, [Role.Officer]);
        Assert.False((await host.Grain<IPeriodGrain>(GrainKeys.Period(quarter)).Open(new OpenPeriod("", nation, null))).Refused);
        const string due = "/desk/due/500151/quarter-2026-1";
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        await officer.Go(due);
        await officer.Send(due + "/earlier", ("due", "soon"), ("notice", "区政府办通知"), ("kind", ""));
        Assert.Contains("UI-003", officer.Text, StringComparison.Ordinal);
        await officer.Go(due);
        await officer.Send(due + "/earlier", ("due", "2026-04-07"), ("notice", ""), ("kind", ""));
        Assert.Contains("DL-004", officer.Text, StringComparison.Ordinal);
        await officer.Go(due);
        await officer.Send(due + "/earlier", ("due", "2026-04-07"), ("notice", "区政府办通知"), ("kind", ""));
        Assert.Equal(due + "?done=due", officer.Where);
        using var clerk = await Visitor.SignIn(host, "wang", "500151002", Role.Clerk);
        Assert.Contains("2026-04-07", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_SentTwice_HaveOneEffect()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500109.edu", Role.Clerk);
        const string report = "/desk/reports/500109.edu/annual-2025";
        await clerk.Go(report + "/read");
        await clerk.SendTwice(report + "/nil", ("sure", "yes"));
        Assert.Equal(report + "/read?done=submitted", clerk.Where);
        Assert.Single((await View("500109.edu")).History, a => a.Act == "submitted");
        using var approver = await Visitor.SignIn(host, "chen", "500109.edu", Role.Approver);
        await approver.Go(report + "/read");
        await approver.SendTwice(report + "/seal");
        Assert.Equal((HttpStatusCode.OK, report + "/receipts/1"), (approver.Status, approver.Where));

        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        await officer.Go(Due);
        await officer.SendTwice(Due + "/urge", ("pick", "500151104"), ("text", "请报送"));
        Assert.Equal(1, (await View("500151104")).Chasing.Urged);
        await officer.Send(Due + "/urge", ("pick", "500151104"), ("text", "请报送")); // a page of its own: another urging
        Assert.Equal(2, (await View("500151104")).Chasing.Urged);
    }

    private async Task<Visitor> Begun(string person, string unit)
    {
        var clerk = await Visitor.SignIn(host, person, unit, Role.Clerk);
        await clerk.Go($"/desk/reports/{unit}/annual-2025/read");
        await clerk.Send($"/desk/reports/{unit}/annual-2025/begin");
        return clerk;
    }

    private async Task<ReportView> View(string unit) =>
        (await host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse(unit), FederationHost.Period)).Get(new Subject("wang", UnitId.Parse(unit), [Role.Clerk]))).Value!;
}

using Federation.Domain.Authority;
using Federation.Journeys.Tests.Support;
using Federation.V1;
using Grpc.Core;

namespace Federation.Journeys.Tests;

/// <summary>
/// Journey 3: a county on version 13 of its province takes over version 14 with a conflict, decides it with a reason, publishes its own version 10,
/// and takes over version 15, which came meanwhile. City and province see its digest, and fetch an item when they ask for it.
/// </summary>
public sealed class StandardJourney
{
    private const string Province = "110000", City = "110100", County = "110101", Town = "110101001";
    private const string Heading = "id,title,domain,content,basis,limit,audience,levels,required\n";

    [Fact]
    public async Task ACountySyncsItsCatalog_WithAConflict_AndALateProvinceVersion()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 2, townships: 1));
        await at.Start();
        var standards = new Standards.StandardsClient(at.Calls);
        await Thirteen(at, standards);
        await LocalNine(at, standards);

        // the province publishes version 14: nothing heavy is pushed, the county sees that there is something newer
        await Provincial(at, standards, Items("民生实事", "按月", "养老服务", "按季度"), 14);
        var before = await standards.GetStandardDraftAsync(new GetStandardDraftRequest { Unit = County }, Officer(at, County));
        Assert.Equal((13, 14, 9, false), (before.Base.Version, before.Above.Version, before.Version, before.Ahead));

        var proposed = await standards.SyncStandardAsync(new ActOnStandardRequest { Unit = County, RequestId = "sync-14" }, Officer(at, County));
        var conflict = Assert.Single(proposed.Steps, s => s.Open);
        Assert.Equal(("p-2.limit", "按半年", "按季度", "按月"), (conflict.Place, conflict.Before, conflict.Theirs, conflict.Ours));
        Assert.Equal(("省政办〔2026〕2号", "县政办〔2026〕9号"), (conflict.TheirsBasis, conflict.OursBasis));
        Assert.Contains(proposed.Steps, s => s is { Place: "p-1.limit", Kind: MergeStep.Types.Kind.TakenOver, Theirs: "按月" });

        // the host falls while the conflict is open, and version 15 comes before it is decided
        await at.Kill();
        await at.Start();
        standards = new Standards.StandardsClient(at.Calls);
        await Provincial(at, standards, Items("民生实事", "按月", "养老服务", "按季度") + "p-3,未成年人保护,民生,名单、政策,省政办〔2026〕3号,20个工作日内,全社会,,yes\n", 15);
        await Refused(StatusCode.FailedPrecondition, () => standards.SyncStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County)));
        await Refused(StatusCode.FailedPrecondition, () => standards.PublishStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County)));
        await Refused(StatusCode.InvalidArgument, () => standards.DecideConflictsAsync(Keep(""), Officer(at, County)));
        var decided = await standards.DecideConflictsAsync(Keep("本县养老服务信息按月公开,高于省级要求"), Officer(at, County));
        Assert.Equal((14, 15, true), (decided.Base.Version, decided.Above.Version, decided.Ahead));
        Assert.Equal(10, (await standards.PublishStandardAsync(new ActOnStandardRequest { Unit = County, RequestId = "v10" }, Officer(at, County))).Version);

        // from 14 to 15: the same again, and none is skipped
        var late = await standards.SyncStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County));
        Assert.Equal((15, false), (late.Base.Version, late.Steps.Count > 0));
        Assert.Contains(late.Items, i => i.Id == "p-3");
        Assert.Equal("按月", late.Items.Single(i => i.Id == "p-2").Fields["limit"]);
        Assert.Equal(11, (await standards.PublishStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County))).Version);

        await Seen(at, standards);
        await Gaps(at, standards);
        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    private static async Task Thirteen(Installation at, Standards.StandardsClient standards)
    {
        var national = await standards.SyncStandardAsync(new ActOnStandardRequest { Unit = Province }, Officer(at, Province));
        Assert.Equal(("000000", 1), (national.Base.Owner, national.Base.Version));
        for (var version = 1; version <= 13; version++)
            await Provincial(at, standards, Items($"民生实事{version}", "按季度", "养老服务", "按半年"), version);
    }

    private static async Task LocalNine(Installation at, Standards.StandardsClient standards)
    {
        var first = await standards.SyncStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County));
        Assert.Equal((Province, 13), (first.Base.Owner, first.Base.Version)); // the city has published none: it is the province's
        var stricter = Heading + "p-2,养老服务,民生,机构名单、补贴标准,县政办〔2026〕9号,按月,全社会,,yes\n";
        for (var version = 1; version <= 9; version++)
        {
            var csv = (version == 9 ? stricter : Heading) + $"c-1,县域特色事项{version},民生,进展,县政办〔2026〕1号,按月,全社会,,\n";
            await standards.EditStandardAsync(new EditStandardRequest { Unit = County, Title = "丙县标准目录", Basis = "县政办〔2026〕1号", Csv = csv }, Officer(at, County));
            Assert.Equal(version, (await standards.PublishStandardAsync(new ActOnStandardRequest { Unit = County }, Officer(at, County))).Version);
        }
    }

    private static async Task Provincial(Installation at, Standards.StandardsClient standards, string items, int version)
    {
        await standards.EditStandardAsync(new EditStandardRequest { Unit = Province, Title = "甲省标准目录", Basis = "省政办〔2026〕2号", Csv = items }, Officer(at, Province));
        Assert.Equal(version, (await standards.PublishStandardAsync(new ActOnStandardRequest { Unit = Province }, Officer(at, Province))).Version);
    }

    // City and province keep an index of what lies below, and fetch what they ask for.
    private static async Task Seen(Installation at, Standards.StandardsClient standards)
    {
        var own = (await standards.ListStandardVersionsAsync(new ListStandardVersionsRequest { Unit = County }, Officer(at, County))).Versions;
        Assert.Equal(Enumerable.Range(1, 11).Reverse(), own.Select(v => v.Of.Version));
        Assert.Equal([15, 14, 13], own.Take(3).Select(v => v.Base.Version));
        foreach (var unit in (string[])[City, Province])
        {
            var row = Assert.Single((await standards.ListStandardsBelowAsync(new ListStandardsBelowRequest { Unit = unit }, Officer(at, unit))).Versions, v => v.Of.Owner == County);
            Assert.Equal((11, own[0].Hash, own[0].Items), (row.Of.Version, row.Hash, row.Items));
        }
        var item = Assert.Single((await standards.GetStandardAsync(new GetStandardRequest { Unit = County, Version = 11, Item = "p-2" }, Officer(at, Province))).Items);
        Assert.Equal(("按月", "县政办〔2026〕9号"), (item.Fields["limit"], item.Fields["basis"]));
        var step = await standards.GetStandardDifferenceAsync(new GetStandardDifferenceRequest { Unit = County, Version = 11, FromVersion = 10 }, Officer(at, Province));
        Assert.Equal("p-3", Assert.Single(step.Changes).Item);
    }

    private static async Task Gaps(Installation at, Standards.StandardsClient standards)
    {
        var before = await standards.ListGapsAsync(new ListGapsRequest { Unit = County }, Officer(at, City));
        Assert.Contains(before.Missing, i => i.Id == "p-2");
        var catalogs = new Catalogs.CatalogsClient(at.Calls);
        var entry = new Entry { Id = "yanglao", Kind = "document", Title = "养老服务机构名单", Disclosure = "proactive" };
        entry.Fields["formedOn"] = "2026-01-05";
        entry.Fields["standardItem"] = "p-2";
        var pushed = await catalogs.PushEntriesAsync(new PushEntriesRequest { Unit = County + ".audit", Changes = { new EntryChange { Put = entry } } }, at.As(County + ".audit", Role.Integrator));
        Assert.Equal(EntryResult.Types.Outcome.Recorded, Assert.Single(pushed.Results).Outcome);
        var after = await standards.ListGapsAsync(new ListGapsRequest { Unit = County }, Officer(at, City));
        Assert.Equal((before.Figures.Missing - 1, 1), (after.Figures.Missing, after.Figures.Fulfilled));
        var below = await standards.ListGapsBelowAsync(new ListGapsBelowRequest { Unit = City, Deep = true }, Officer(at, City));
        Assert.Equal([County, Town, "110102", "110102001"], below.Units.Select(u => u.Unit));
        Assert.Equal([(County, 11), (County, 11), (Province, 15), (Province, 15)], below.Units.Select(u => (u.Standard.Owner, u.Standard.Version)));
    }

    private static string Items(string first, string firstLimit, string second, string secondLimit) =>
        Heading + $"p-1,{first},民生,进展,省政办〔2026〕2号,{firstLimit},全社会,,yes\np-2,{second},民生,机构名单、补贴标准,省政办〔2026〕2号,{secondLimit},全社会,,yes\n";

    private static DecideConflictsRequest Keep(string reason) =>
        new() { Unit = County, Decisions = { new ConflictDecision { Place = "p-2.limit", Choice = ConflictDecision.Types.Choice.Ours, Reason = reason } } };

    private static async Task Refused<T>(StatusCode status, Func<AsyncUnaryCall<T>> call) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(async () => await call())).StatusCode);

    private static Metadata Officer(Installation at, string unit) => at.As(unit, Role.Officer);
}

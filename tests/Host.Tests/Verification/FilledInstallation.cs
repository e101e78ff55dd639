using System.Collections.Immutable;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Host.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Host.Tests.Verification;

/// <summary>
/// An installation whose catalogs have lived: filled, changed, emptied by two persons, released through review with numbers and files, linked, with what is
/// withheld and what waits, and standards above. Made once by the real host, stopped, and copied for each test to damage.
/// </summary>
public sealed class FilledInstallation : IAsyncLifetime
{
    public const string County = "110101";
    public const string Text = "县人民政府关于低保标准的通知正文";
    private static readonly UnitId Unit = UnitId.Parse(County);
    private static readonly Subject Clerk = new("zhang", Unit, [Role.Clerk]);
    private static readonly Subject Website = new("website", Unit, [Role.Integrator]);
    private static readonly Subject Secrecy = new("zhou", Unit, [Role.SecrecyReviewer]);
    private static readonly Subject Leader = new("li", Unit, [Role.Approver]);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("proof-");

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>A copy of the data that a test may damage; in its folder lies nothing else.</summary>
    internal HostSettings Copy(params string[] damage)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder.FullName, Guid.NewGuid().ToString("N")));
        foreach (var file in Directory.EnumerateFiles(Data, "*.db*"))
            File.Copy(file, Path.Combine(to.FullName, Path.GetFileName(file)));
        var settings = new HostSettings(to.FullName, 0, 0, "");
        if (damage.Length == 0)
            return settings;
        using var connection = new SqliteConnection($"Data Source={settings.LedgerFile};Pooling=False");
        connection.Open();
        foreach (var sql in damage)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.True(command.ExecuteNonQuery() > 0, "changed nothing: " + sql);
        }
        return settings;
    }

    public async Task InitializeAsync()
    {
        var csv = Path.Combine(folder.FullName, "units.csv");
        await File.WriteAllTextAsync(csv, "code,name,tier,parent,kind\n110000,示范省,province,,\n110100,示范市,city,110000,\n110101,示范县,county,110100,\n110101.audit,示范县审计局,county,110101,agency\n");
        await using var app = await FederationHost.Start(new HostSettings(Data, 0, 0, csv), new StandingClock(), CancellationToken.None);
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        await Standards(grains);
        var catalog = grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(Unit));
        Done(await catalog.Set(new SetCatalog("set", Leader, CatalogSettings.Default with { IndexPattern = "K/{year}-{serial:4}", GuardCount = 5 })));
        await Push(catalog, Website, [.. Enumerable.Range(0, 120).Select(i => new EntryChange(Entry(i).Id, Entry(i)))]);
        await Push(catalog, Website, [new EntryChange(Entry(7).Id, Entry(7) with { Title = "改过的标题" }), new EntryChange(Entry(8).Id, null, Reason: "重复")]);
        await Push(catalog, Website, [.. Enumerable.Range(20, 10).Select(i => new EntryChange(Entry(i).Id, null, Reason: "栏目撤并"))]); // over the bound: waits
        Done(await catalog.DecideRemovals(new DecideRemovals("d1", Leader, 1, true, "已核对")));
        await Push(catalog, Website, [.. Enumerable.Range(40, 10).Select(i => new EntryChange(Entry(i).Id, null, Reason: "误传"))]); // waits still
        await Push(catalog, Website, [new EntryChange(Entry(8).Id, Entry(8))]); // back again
        await Push(grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(UnitId.Parse("110101.audit"))), new Subject("audit", UnitId.Parse("110101.audit"), [Role.Integrator]), [new EntryChange(Entry(1).Id, Entry(1))]);
        await Drafts(grains);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static async Task Standards(IGrainFactory grains)
    {
        var province = UnitId.Parse("110000");
        var (officer, standard) = (new Subject("zhou", province, [Role.Officer]), grains.GetGrain<IStandardGrain>(GrainKeys.Standard(province)));
        var item = new StandardItem("a", "事项a", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.Limit, "信息形成或者变更之日起7个工作日内")]), [], false);
        Done(await standard.Edit(new EditStandard("", officer, "省标准目录", "省文件", [item], [])));
        Done(await standard.Publish(new ActOnStandard("p", officer)));
        var county = new Subject("qian", Unit, [Role.Officer]);
        Done(await grains.GetGrain<IStandardGrain>(GrainKeys.Standard(Unit)).SetAside(new SetItemAside("", county, "a", "本县无此事项")));
    }

    private static async Task Drafts(IGrainFactory grains)
    {
        ImmutableArray<byte> text = [.. Encoding.UTF8.GetBytes(Text)];
        var published = Draft(grains, "pub/1");
        var entry = Entry("pub/1") with
        {
            Body = Digest.Of(text.AsSpan()), Attachments = [new Attachment("附件.txt", "text/plain", 5, Digest.Of("file1"u8))],
            Links = [new EntryLink(LinkRelation.Repeals, null, Entry(3).Id), new EntryLink(LinkRelation.BasedOn, UnitId.Parse("110000"), EntryId.Parse("s-1"))],
        };
        Done(await published.Save(new SaveDraft("", Clerk, entry, null, null, [new ContentPart("text/plain", text), new ContentPart("text/plain", [.. "file1"u8])])));
        await Release(published, Leader);
        await Until(published, view => view.State == DraftState.Published);
        await Until(Draft(grains, "e-003"), view => !view.Proposals.IsEmpty); // told of its repeal through the outbox

        var waits = Draft(grains, "waits");
        Done(await waits.Save(new SaveDraft("", Clerk, Entry("waits").With(EntryFields.StandardItem, "a"), null, null, [])));
        Done(await waits.HandIn(new HandInDraft("", Clerk, null)));

        var withheld = Draft(grains, "withheld");
        Done(await withheld.Save(new SaveDraft("", Clerk, Entry("withheld"), null, null, [])));
        Done(await withheld.HandIn(new HandInDraft("", Clerk, null)));
        Done(await withheld.Withhold(new WithholdDraft("", Secrecy, "涉及商业秘密", "《条例》第十五条", new DateOnly(2027, 1, 20))));
    }

    private static async Task Release(IEntryDraftGrain draft, Subject leader)
    {
        var handedIn = await draft.HandIn(new HandInDraft("", Clerk, null));
        Done(handedIn);
        Done(await draft.Pass(new PassStep("", Secrecy, handedIn.Value!.Entry!.Hash, "")));
        Done(await draft.Pass(new PassStep("", leader, handedIn.Value.Entry.Hash, "")));
    }

    private static async Task Until(IEntryDraftGrain draft, Func<DraftView, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await draft.Get(Clerk)).Value is not { } view || !reached(view))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    private static async Task Push(ICatalogGrain catalog, Subject by, ImmutableArray<EntryChange> changes)
    {
        var reply = await catalog.Push(new PushEntries("", by, by.Unit.Value, "", changes, []));
        Done(reply);
        Assert.All(reply.Value!.Results, r => Assert.Contains(r.Outcome, new[] { EntryOutcome.Recorded, EntryOutcome.Held }));
    }

    private static void Done<T>(Reply<T> reply)
        where T : class => Assert.False(reply.Refused, string.Join(' ', reply.Findings.Select(f => f.Code + f.Text)));

    private static IEntryDraftGrain Draft(IGrainFactory grains, string id) => grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(Unit, EntryId.Parse(id)));

    private static CatalogEntry Entry(int number) => Entry($"e-{number:000}");

    private static CatalogEntry Entry(string id) => new(
        EntryId.Parse(id), EntryKind.Document, $"关于 {id} 的通知", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-15")]),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);

    /// <summary>Always the same moment, with the timers of the machine.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 20, 1, 0, 0, TimeSpan.Zero);
    }
}

using System.Text;
using Federation.Domain.Authority;
using Google.Protobuf;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Entries before they are public, over gRPC and REST.</summary>
public sealed class EntriesTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private V1.Entries.EntriesClient Entries => new(host.Calls);

    private Metadata Author => host.As("zhang", TownA, Role.Clerk);

    private Metadata Secrecy => host.As("zhou", TownA, Role.SecrecyReviewer);

    private Metadata Leader => host.As("li", TownA, Role.Approver);

    [Fact]
    public async Task AnEntry_GoesFromItsAuthorToTheCatalog_AndItsFileIsPublicOnlyThen()
    {
        var text = ByteString.CopyFrom(Encoding.UTF8.GetBytes("正文一"));
        var entry = Entry("g/1");
        entry.Body = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text.Span));
        var saved = await Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = entry, Contents = { new V1.Content { MediaType = "text/plain", Bytes = text } } }, Author);
        Assert.Equal(("writing", 1L), (saved.State, saved.Version));
        var catalogs = new V1.Catalogs.CatalogsClient(host.Calls);
        await Assert.ThrowsAsync<RpcException>(() => catalogs.GetContentAsync(new V1.GetContentRequest { Hash = entry.Body }, Author).ResponseAsync);

        var handedIn = await Entries.HandInEntryAsync(new V1.HandInEntryRequest { Unit = TownA, Entry = "g/1" }, Author);
        Assert.Equal(("review", "保密审查"), (handedIn.State, handedIn.Step));
        var work = await Entries.ListEntryWorkAsync(new V1.ListEntryWorkRequest { Unit = TownA, Mine = true }, Secrecy);
        Assert.Equal(["step"], Assert.Single(work.Drafts, d => d.Id == "g/1").Tasks);
        await Entries.PassEntryStepAsync(new V1.PassEntryStepRequest { Unit = TownA, Entry = "g/1", Hash = handedIn.Hash }, Secrecy);
        await Entries.PassEntryStepAsync(new V1.PassEntryStepRequest { Unit = TownA, Entry = "g/1", Hash = handedIn.Hash }, Leader);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        V1.EntryDraft draft;
        while ((draft = await Entries.GetEntryDraftAsync(new V1.GetEntryDraftRequest { Unit = TownA, Entry = "g/1" }, Author)).State != "published")
            Assert.False(patience.IsCancellationRequested, $"never published: {draft.State}");
        Assert.Equal(text, (await catalogs.GetContentAsync(new V1.GetContentRequest { Hash = entry.Body }, host.As(TownA))).Bytes);
    }

    [Fact]
    public async Task WithoutAttribute_ItIsSentBack_WithItsFinding()
    {
        var entry = Entry("g-2");
        entry.Disclosure = "";
        await Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = entry }, Author);
        var back = await Entries.HandInEntryAsync(new V1.HandInEntryRequest { Unit = TownA, Entry = "g-2" }, Author);
        Assert.Equal(("returned", "登记", "disclosure"), (back.State, back.Return.Step, Assert.Single(back.Return.Fields)));
        Assert.Contains(back.Findings, f => f.Code == "CT-003");
    }

    [Fact]
    public async Task Refusals_HaveTheirStatus()
    {
        await Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = Entry("g-3") }, Author);
        async Task<(string, string)> Of(AsyncUnaryCall<V1.EntryDraft> call)
        {
            var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
            return (refused.Status, refused.Codes.First());
        }
        Assert.Equal(("FAILED_PRECONDITION", "CT-201"), await Of(Entries.PassEntryStepAsync(new V1.PassEntryStepRequest { Unit = TownA, Entry = "g-3" }, Leader)));
        Assert.Equal(("NOT_FOUND", "CT-213"), await Of(Entries.GetEntryDraftAsync(new V1.GetEntryDraftRequest { Unit = TownA, Entry = "none" }, Author)));
        Assert.Equal(("ABORTED", "CT-212"), await Of(Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = Entry("g-3"), ExpectedVersion = 0 }, Author)));
        Assert.Equal(("INVALID_ARGUMENT", "CT-001"), await Of(Entries.GetEntryDraftAsync(new V1.GetEntryDraftRequest { Unit = TownA, Entry = "" }, Author)));
        Assert.Equal(("PERMISSION_DENIED", "AU-001"), await Of(Entries.GetEntryDraftAsync(new V1.GetEntryDraftRequest { Unit = TownA, Entry = "g-3" }, host.As("he", Nation, Role.Clerk))));
    }

    [Fact]
    public async Task FileOfAPerson_IsHandedIn_AndPublicOnlyAfterOthersPassedIt_ManyAtOnce()
    {
        const string table = "条目编号,标题,公开属性,成文日期\nF-1,甲通知,主动公开,2026-02-27\nF-2,乙通知,主动公开,2026-02-27\nF-3,丙通知,,2026-02-27\nF-4,丁通知,主动公开,2026-02-27\n";
        var dry = await Import(table, push: false);
        Assert.Equal((3, 3, 1), (dry.Added, dry.Waiting, dry.Refused));
        Assert.DoesNotContain((await Entries.ListEntryWorkAsync(new V1.ListEntryWorkRequest { Unit = TownB, PageSize = 500 }, Of("zhang", Role.Clerk))).Drafts, d => d.Id.StartsWith("F-", StringComparison.Ordinal));
        var sent = await Import(table, push: true);
        Assert.Equal((3, 3, 1), (sent.Added, sent.Waiting, sent.Refused));
        Assert.Equal(dry.Digest, sent.Digest); // nothing is public
        Assert.Equal((3, 3, 1), ((await Import(table, push: true)) is var again ? (again.Added, again.Waiting, again.Refused) : default)); // the same file asks for nothing new
        Assert.Equal(4, (await Import(table.Replace("乙通知", "乙通知(改)", StringComparison.Ordinal), push: true)) is var other ? other.Refused + other.Waiting : 0); // what others have in hand is not written over
        Assert.Equal(2, other.Refused);

        var waiting = (await Entries.ListEntryWorkAsync(new V1.ListEntryWorkRequest { Unit = TownB, Mine = true }, Of("zhou", Role.SecrecyReviewer))).Drafts.Where(d => d.Id.StartsWith("F-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["F-1", "F-2", "F-4"], waiting.Select(d => d.Id).Order());
        var read = new V1.PassEntryStepsRequest { Unit = TownB, Note = "无涉密内容" };
        read.Entries.AddRange(waiting.Select(d => new V1.ReadEntry { Entry = d.Id, Hash = d.Id == "F-4" ? new string('0', 64) : d.Hash }));
        var own = await Entries.PassEntryStepsAsync(read, Of("zhang", Role.Clerk, Role.SecrecyReviewer));
        Assert.All(own.Entries, e => Assert.Contains(e.Findings, f => f.Code == "CT-202"));
        var passed = await Entries.PassEntryStepsAsync(read, Of("zhou", Role.SecrecyReviewer));
        Assert.Equal(["签发", "签发", ""], passed.Entries.OrderBy(e => e.Entry, StringComparer.Ordinal).Select(e => e.Step));
        Assert.Equal("CT-206", Assert.Single(passed.Entries.Single(e => e.Entry == "F-4").Findings).Code);

        var release = new V1.PassEntryStepsRequest { Unit = TownB };
        release.Entries.AddRange(read.Entries.Where(e => e.Entry != "F-4"));
        await Entries.PassEntryStepsAsync(release, Of("li", Role.Approver));
        var catalogs = new V1.Catalogs.CatalogsClient(host.Calls);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        List<string> listed;
        do
            listed = [.. (await catalogs.ListEntriesAsync(new V1.ListEntriesRequest { Unit = TownB }, Author, cancellationToken: patience.Token)).Entries.Select(e => e.Id).Where(e => e.StartsWith("F-", StringComparison.Ordinal)).Order()];
        while (listed.Count < 2);
        Assert.Equal(["F-1", "F-2"], listed);
    }

    [Fact]
    public async Task ManySteps_AreRefusedAsAWhole_WhenTheRequestIsWrong()
    {
        var request = new V1.PassEntryStepsRequest { Unit = TownB };
        request.Entries.AddRange(Enumerable.Range(0, 501).Select(_ => new V1.ReadEntry { Entry = "same" }));
        request.Entries.Add(new V1.ReadEntry());
        Assert.Equal(["CT-001", "CT-018", "CT-019"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await Entries.PassEntryStepsAsync(request, Of("zhou", Role.SecrecyReviewer)))).Codes.Order());
    }

    private Metadata Of(string person, params Role[] roles) => host.As(person, TownB, roles);

    private async Task<V1.ImportSummary> Import(string table, bool push)
    {
        var request = new V1.ImportEntriesRequest
        {
            Unit = TownB, FileName = "目录.csv", Content = Google.Protobuf.ByteString.CopyFromUtf8(table), Kind = "document", RequestId = Guid.NewGuid().ToString("N"),
            Mode = push ? V1.ImportEntriesRequest.Types.Mode.Push : V1.ImportEntriesRequest.Types.Mode.DryRun,
        };
        using var call = new V1.Bundles.BundlesClient(host.Calls).ImportEntries(request, Of("zhang", Role.Clerk));
        V1.ImportSummary? sum = null;
        while (await call.ResponseStream.MoveNext(default))
            sum = call.ResponseStream.Current.Summary ?? sum;
        return sum!;
    }

    [Fact]
    public async Task Register_AndLimits_AreRead_OverRestToo()
    {
        var entry = Entry("g-4");
        (entry.Disclosure, entry.Reason, entry.ReasonBasis) = ("withheld", "内部工作流程", "条例第十六条");
        entry.Fields["reviewOn"] = EntryDay(host.Clock.GetUtcNow().AddDays(30));
        var saved = await Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = entry }, Author);
        await Entries.HandInEntryAsync(new V1.HandInEntryRequest { Unit = TownA, Entry = "g-4" }, Author);
        await Entries.PassEntryStepAsync(new V1.PassEntryStepRequest { Unit = TownA, Entry = "g-4", Hash = saved.Hash }, Secrecy);
        Assert.Equal("withheld", (await Entries.PassEntryStepAsync(new V1.PassEntryStepRequest { Unit = TownA, Entry = "g-4", Hash = saved.Hash }, Leader)).State);
        Assert.Equal("内部工作流程", Assert.Single((await Entries.ListWithheldAsync(new V1.ListWithheldRequest { Unit = TownA }, Author)).Drafts, d => d.Id == "g-4").Reason);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/entries/{TownA}/withheld");
        request.Headers.Add("Authorization", "Bearer " + host.Token(TownA, TimeSpan.FromHours(1), Role.Clerk));
        using var response = await host.Rest.SendAsync(request);
        Assert.Contains("条例第十六条", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Entries.SaveEntryDraftAsync(new V1.SaveEntryDraftRequest { Unit = TownA, Entry = Entry("g-5") }, Author);
        var limits = await Entries.ListLimitsAsync(new V1.ListLimitsRequest { Unit = TownA, PageSize = 1 }, Author);
        Assert.NotEmpty(Assert.Single(limits.Drafts).LastDay);
    }

    private static string EntryDay(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private V1.Entry Entry(string id) => new()
    {
        Id = id, Kind = "document", Title = "关于做好春耕生产工作的通知", Disclosure = "proactive", Fields = { ["formedOn"] = EntryDay(host.Clock.GetUtcNow().AddDays(-3)) },
    };
}

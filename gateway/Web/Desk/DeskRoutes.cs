using Federation.Web.Desk.Duties;
using Federation.Web.Desk.Editing;
using Federation.Web.Desk.Catalogs;
using Federation.Web.Desk.Entries;
using Federation.Web.Desk.Files;
using Federation.Web.Desk.Home;
using Federation.Web.Desk.Plans;
using Federation.Web.Desk.Plans.Drafting;
using Federation.Web.Desk.Reading;
using Federation.Web.Desk.SignIn;
using Federation.Web.Desk.StandIns;
using Federation.Web.Desk.Standards;
using Federation.Web.Desk.Start;
using Federation.Web.Desk.Superior;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Desk;

/// <summary>Addresses of the working pages.</summary>
internal static class DeskRoutes
{
    private const string Report = "/desk/reports/{unit}/{period}";
    private const string Standard = "/desk/standards/{unit}";
    private const string Plan = "/desk/plans/{unit}/{year:int}/{number:int}";

    public static void Add(IServiceCollection services)
    {
        SignedIn.Add(services);
        services.AddSingleton<OpenReports>();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<ReviewReader>();
        services.AddSingleton<DueReader>();
        services.AddSingleton<StartReader>();
        services.AddSingleton<SealReader>();
        services.AddSingleton<ImportShelf>();
        services.AddSingleton<PlanReader>();
        services.AddSingleton<PlanFigures>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<DeskPlansReader>();
        services.AddSingleton<StandardReader>();
        services.AddSingleton<DeskCatalogReader>();
    }

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", SignInPages.Ask);
        pages.MapPost("/sign-in", SignInPages.Begin);
        var desk = pages.MapGroup("").AddEndpointFilter(DeskCall.Admit);
        desk.MapPost("/sign-out", (Delegate)SignInPages.End);
        desk.MapGet("/desk", DeskPages.Show);

        desk.MapGet(Report, EditorActs.Show);
        void Act(string act, Delegate handler) => desk.MapPost($"{Report}/{act}", handler);
        Act("begin", EditorActs.Begin);
        Act("save", EditorActs.Save);
        Act("submit", EditorActs.Submit);
        Act("nil", EditorActs.Nil);
        Act("draft-prose", EditorActs.DraftProse);
        Act("dispose", EditorActs.Dispose);
        Act("autosave", Autosave.Take);

        desk.MapGet($"{Report}/read", ReadActs.Show);
        Act("seal", ReadActs.Seal);
        Act("send-back", ReadActs.SendBack);
        Act("accept", ReadActs.Accept);
        Act("return", ReadActs.Return);
        Act("publish", ReadActs.Publish);
        desk.MapGet($"{Report}/receipts/{{version:long}}", Receipts.Show);
        desk.MapGet($"{Report}/receipts/{{version:long}}/file", Receipts.File);

        desk.MapGet("/desk/review/{unit}/{period}", ReviewActs.Show);
        desk.MapPost("/desk/review/{unit}/{period}", ReviewActs.Act);
        desk.MapGet("/desk/seal/{unit}/{period}", SealActs.Show);
        desk.MapPost("/desk/seal/{unit}/{period}", SealActs.Act);
        desk.MapGet("/desk/corrections/{unit}/{period}", NewsActs.Show);
        desk.MapGet("/desk/due/{unit}/{period}", DueActs.Show);
        desk.MapPost("/desk/due/{unit}/{period}/urge", DueActs.Urge);
        desk.MapPost("/desk/due/{unit}/{period}/grant", DueActs.Grant);
        desk.MapPost("/desk/due/{unit}/{period}/earlier", DueActs.Earlier);
        desk.MapPost("/desk/due/{unit}/{period}/amend", DueActs.Amend);

        desk.MapGet("/desk/stand-ins", StandInActs.Show);
        desk.MapPost("/desk/stand-ins/grant", StandInActs.Grant);
        desk.MapPost("/desk/stand-ins/end", StandInActs.End);
        desk.MapPost("/desk/stand-ins/take", StandInActs.Take);
        desk.MapPost("/desk/stand-ins/leave", (Delegate)StandInActs.Leave);
        desk.MapGet("/desk/duties", (Delegate)DutiesActs.Own);
        desk.MapGet("/desk/duties/{unit}/{year:int}", DutiesActs.Show);
        desk.MapPost("/desk/duties/{unit}/{year:int}/accept", DutiesActs.Accept);
        desk.MapPost("/desk/duties/{unit}/{year:int}/evidence", DutiesActs.Evidence);
        desk.MapPost("/desk/duties/{unit}/{year:int}/object", DutiesActs.RaiseObjection);
        desk.MapPost("/desk/duties/{unit}/{year:int}/review", DutiesActs.Review);
        desk.MapPost("/desk/duties/{unit}/{year:int}/close", DutiesActs.Close);

        desk.MapGet("/desk/entries", (Delegate)EntryActs.Own);
        desk.MapGet("/desk/entries/{unit}", EntryListActs.Work);
        desk.MapPost("/desk/entries/{unit}/pass", EntryListActs.Pass);
        desk.MapGet("/desk/entries/{unit}/settings", CatalogSettingsActs.Show);
        desk.MapPost("/desk/entries/{unit}/settings", CatalogSettingsActs.Set);
        desk.MapGet("/desk/entries/{unit}/withheld", EntryListActs.Withheld);
        desk.MapGet("/desk/entries/{unit}/limits", EntryListActs.Limits);
        desk.MapGet("/desk/entries/{unit}/new", EntryActs.New);
        desk.MapGet("/desk/entries/{unit}/entry", EntryActs.Show);
        desk.MapGet("/desk/entries/{unit}/file", EntryActs.File);
        desk.MapPost("/desk/entries/{unit}/save", EntryActs.Save).WithMetadata(new LargeBody());
        desk.MapPost("/desk/entries/{unit}/act", EntryActs.Act);

        desk.MapGet("/desk/plans", PlanActs.List);
        desk.MapGet("/desk/plans/names", NameActs.Show);
        desk.MapPost("/desk/plans/names", NameActs.Choose);
        desk.MapPost("/desk/plans/names/withdraw", NameActs.Withdraw);
        desk.MapGet(Plan, PlanActs.Show);
        desk.MapPost($"{Plan}/withdraw", PlanActs.Withdraw);
        desk.MapPost($"{Plan}/cascade", PlanActs.Cascade);
        desk.MapGet($"{Plan}/coverage", PlanFigureActs.Matrix);
        desk.MapGet($"{Plan}/assignments", PlanFigureActs.Assignments);
        desk.MapGet($"{Plan}/lineage", PlanFigureActs.Lineage);
        desk.MapGet($"{Plan}/draft", DraftActs.Show);
        desk.MapGet($"{Plan}/draft/receivers", DraftActs.Receivers);
        desk.MapPost($"{Plan}/draft/head", DraftActs.Head);
        desk.MapPost($"{Plan}/draft/point", DraftActs.Point);
        desk.MapPost($"{Plan}/draft/remove", DraftActs.Remove);
        desk.MapPost($"{Plan}/draft/issue", DraftActs.Issue);
        desk.MapPost($"{Plan}/draft/notice", NoticeActs.Take).WithMetadata(new LargeBody());
        desk.MapGet($"{Plan}/draft/notice/{{key}}", NoticeActs.Show);
        desk.MapPost($"{Plan}/draft/notice/{{key}}", NoticeActs.Keep);

        desk.MapGet(EntryImportActs.Path, EntryImportActs.Show);
        desk.MapPost(EntryImportActs.Path, EntryImportActs.Take).WithMetadata(new LargeBody());
        desk.MapGet($"{EntryImportActs.Path}/template", EntryImportActs.Template);
        desk.MapGet(HoldActs.Path, HoldActs.Show);
        desk.MapPost(HoldActs.Path, HoldActs.Decide);
        desk.MapGet(SourceActs.Path, SourceActs.List);
        desk.MapPost(SourceActs.Path, SourceActs.Act);
        desk.MapGet($"{SourceActs.Path}/form", SourceActs.Form);
        desk.MapPost($"{SourceActs.Path}/set", SourceActs.Set);
        desk.MapGet($"{SourceActs.Path}/report", SourceActs.Report);
        desk.MapGet("/desk/standards", (Delegate)StandardActs.Own);
        desk.MapGet(Standard, StandardActs.Show);
        desk.MapPost($"{Standard}/sync", StandardActs.Sync);
        desk.MapPost($"{Standard}/publish", StandardActs.Publish);
        desk.MapPost($"{Standard}/edit", StandardActs.Edit);
        desk.MapPost($"{Standard}/remove", StandardActs.Remove);
        desk.MapGet($"{Standard}/conflicts", StandardActs.Conflicts);
        desk.MapPost($"{Standard}/decide", StandardActs.Decide);
        desk.MapGet($"{Standard}/gaps", GapActs.Show);
        desk.MapPost($"{Standard}/gaps/aside", GapActs.SetAside);
        desk.MapGet($"{Standard}/gaps/below", GapActs.Below);

        desk.MapGet("/desk/import", ImportActs.Show);
        desk.MapPost("/desk/import", ImportActs.Take).WithMetadata(new LargeBody());
        desk.MapGet($"{Report}/template", ImportActs.Template);
        desk.MapGet($"{Report}/export/{{format}}", ImportActs.Export);
    }
}

/// <summary>Marks an address that takes files.</summary>
internal sealed class LargeBody
{
    public const long Most = 64L << 20;
}

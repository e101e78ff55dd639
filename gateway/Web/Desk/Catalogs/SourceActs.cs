using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Catalogs;

/// <summary>The sources of a unit, opened by somebody.</summary>
/// <param name="Call">Who asks.</param>
/// <param name="Unit">Whose they are.</param>
/// <param name="MaySet">The reader may register, change, pause and remove them.</param>
/// <param name="MayRun">The reader may have them read.</param>
/// <param name="Names">Names of units that mend records.</param>
public sealed record OpenSources(DeskCall Call, Unit Unit, bool MaySet, bool MayRun, Func<string, string> Names)
{
    /// <summary>Address of one of its pages.</summary>
    public string At(string page = "", string name = "") =>
        $"{SourceActs.Path}{page}?unit={Unit.Id}{(name.Length == 0 ? "" : "&name=" + Uri.EscapeDataString(name))}";

    /// <summary>The path to a page.</summary>
    public IReadOnlyList<TrailStep> Trail(string? page) => page is null
        ? [new(Call.D.Desk, "/desk"), new(Call.D.OutsideSources, null)]
        : [new(Call.D.Desk, "/desk"), new(Call.D.OutsideSources, At()), new(page, null)];
}

/// <summary>外部来源: seen, registered, changed, paused, removed, read.</summary>
internal static class SourceActs
{
    /// <summary>Where the pages stand.</summary>
    public const string Path = "/desk/catalog/sources";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    public static async Task<IResult> List(HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] ISourceRunner runner)
    {
        var (open, refused) = Open(http, http.Request.Query["unit"].ToString(), divisions);
        return open is null ? refused! : await ListPage(open, http, grains, runner, []);
    }

    public static async Task<IResult> Form(HttpContext http, IDivisions divisions, IGrainFactory grains)
    {
        var (open, refused) = Open(http, http.Request.Query["unit"].ToString(), divisions);
        if (open is null)
            return refused!;
        if (!open.MaySet)
            return open.Call.Refused([Permissions.Denied.At("unit")]);
        var name = http.Request.Query["name"].ToString();
        if (name.Length == 0)
            return FormPage(open, SourceForm.Blank, false, []);
        return (await grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(open.Unit.Id)).List()).Sources.FirstOrDefault(s => s.Settings.Name == name) is { } found
            ? FormPage(open, found.Settings, true, [])
            : open.Call.Refused([SyncRules.NoSuchSource.At("name")]);
    }

    public static async Task<IResult> Report(HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] ISourceRunner runner)
    {
        var (open, refused) = Open(http, http.Request.Query["unit"].ToString(), divisions);
        if (open is null)
            return refused!;
        var name = http.Request.Query["name"].ToString();
        if ((await grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(open.Unit.Id)).List()).Sources.FirstOrDefault(s => s.Settings.Name == name) is not { } found)
            return open.Call.Refused([SyncRules.NoSuchSource.At("name")]);
        var progress = runner.Progress(open.Unit.Id, name);
        if (progress is not null)
            http.Response.Headers["Refresh"] = "3"; // shows how far it is also where no script runs
        return new PageResult<SourceReportPage>(
            open.Call.Frame, StatusCodes.Status200OK, (nameof(SourceReportPage.Open), open), (nameof(SourceReportPage.Source), found), (nameof(SourceReportPage.Progress), progress),
            (nameof(SourceReportPage.Done), open.Call.D.SourceDone(http.Request.Query["done"].ToString())));
    }

    /// <summary>Registers a source, or changes it.</summary>
    public static async Task<IResult> Set(HttpContext http, IDivisions divisions, IGrainFactory grains)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (open, refused) = Open(http, form["unit"].ToString(), divisions);
        if (open is null)
            return refused!;
        var settings = SourceForm.Read(form);
        var reply = await grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(open.Unit.Id)).Set(new SetSource(RequestIds.Of(form, "set"), open.Call.By, settings));
        if (reply.Refused)
            return reply.Findings.Any(f => f.Code == Permissions.Denied.Code) ? open.Call.Refused(reply.Findings) : FormPage(open, settings, form["known"] == "1", reply.Findings);
        return DeskCall.Back(open.At(), "source-set");
    }

    /// <summary>Reads, pauses, resumes or removes one.</summary>
    public static async Task<IResult> Act(HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] ISourceRunner runner)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (open, refused) = Open(http, form["unit"].ToString(), divisions);
        if (open is null)
            return refused!;
        var (grain, by, how, name, reason) = (grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(open.Unit.Id)), open.Call.By, form["how"].ToString(), form["name"].ToString(), form["reason"].ToString());
        if (how == "run")
            return open.MayRun ? await Read(open, http, grains, runner, name) : open.Call.Refused([Permissions.Denied.At("unit")]);
        var request = RequestIds.Of(form, how);
        var (reply, done) = how switch
        {
            "pause" => (await grain.Pause(new PauseSource(request, by, name, reason)), "source-paused"),
            "resume" => (await grain.Resume(new ResumeSource(request, by, name)), "source-resumed"),
            "remove" => (await grain.Remove(new RemoveSource(request, by, name, reason)), "source-removed"),
            _ => (Reply.Refuse<SourceList>(DeskRules.NothingChosen.At("how")), ""),
        };
        if (reply.Refused)
            return reply.Findings.Any(f => f.Code == Permissions.Denied.Code) ? open.Call.Refused(reply.Findings) : await ListPage(open, http, grains, runner, reply.Findings);
        return DeskCall.Back(open.At(), done);
    }

    // A reading that takes long goes on without its reader; the page tells how far it is.
    private static async Task<IResult> Read(OpenSources open, HttpContext http, IGrainFactory grains, ISourceRunner runner, string name)
    {
        var reply = runner.Progress(open.Unit.Id, name) is null ? await runner.Begin(open.Unit.Id, name, Patience) : null;
        return reply is { Refused: true } ? await ListPage(open, http, grains, runner, reply.Findings) : DeskCall.Back(open.At("/report", name), reply is null ? "" : "source-read");
    }

    private static (OpenSources? Open, IResult? Refused) Open(HttpContext http, string unit, IDivisions divisions)
    {
        var call = DeskCall.Of(http);
        var found = unit.Length == 0 ? divisions.Today.Find(call.By.Unit) : UnitId.TryParse(unit, out var id) ? divisions.Today.Find(id) : null;
        if (found is null)
            return (null, call.Refused([DivisionRules.UnknownUnit.At("unit")]));
        if (!call.May(Permission.ReadRegisters, found.Id, divisions))
            return (null, call.Refused([Permissions.Denied.At("unit")]));
        string Name(string who) => UnitId.TryParse(who, out var mender) && divisions.Today.Find(mender) is { } known ? known.Name : who;
        return (new OpenSources(call, found, call.May(Permission.SetCatalogs, found.Id, divisions), call.May(Permission.KeepCatalog, found.Id, divisions), Name), null);
    }

    private static async Task<IResult> ListPage(OpenSources open, HttpContext http, IGrainFactory grains, ISourceRunner runner, ImmutableArray<Finding> refusals)
    {
        var list = await grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(open.Unit.Id)).List();
        var reading = list.Sources.Where(s => runner.Progress(open.Unit.Id, s.Settings.Name) is not null).Select(s => s.Settings.Name).ToImmutableHashSet();
        return new PageResult<SourcesPage>(
            open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(SourcesPage.Open), open), (nameof(SourcesPage.List), list),
            (nameof(SourcesPage.Reading), reading), (nameof(SourcesPage.Refusals), refusals), (nameof(SourcesPage.Done), open.Call.D.SourceDone(http.Request.Query["done"].ToString())));
    }

    private static PageResult<SourceFormPage> FormPage(OpenSources open, SourceSettings settings, bool known, ImmutableArray<Finding> refusals) => new(
        open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(SourceFormPage.Open), open), (nameof(SourceFormPage.Settings), settings),
        (nameof(SourceFormPage.Known), known), (nameof(SourceFormPage.Refusals), refusals));
}

using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.V1;
using Google.Protobuf;
using Spectre.Console;

namespace Federation.Host.Demo.Scenes;

/// <summary>A real notice: read over the public interface, shown as a tree, drafted as a plan; one name that nobody knows is chosen.</summary>
internal static class NoticeOfProvince
{
    private const string FileName = "110000-2016-26.txt";
    private const int MostBodies = 4;
    private const int MostNotes = 5;

    /// <summary>Whose notice it is.</summary>
    public static UnitId Issuer { get; } = UnitId.Parse("110000");

    /// <summary>Reads it and keeps the draft.</summary>
    public static async Task<NoticeDraft> Draft(Stage stage, UnitId issuer, int year, int number, CancellationToken ct)
    {
        Story.Heading("公文:读、拆、起草", "a real notice is read and drafted");
        var officer = stage.As("officer", issuer, Role.Officer, Role.Reader);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "notices", FileName), ct);
        var drafted = await stage.WorkPlans.DraftPlanFromNoticeAsync(
            new DraftPlanFromNoticeRequest
            {
                Unit = issuer.Value, Year = year, Number = number, FileName = FileName, Content = UnsafeByteOperations.UnsafeWrap(file), MoveDates = true, AcceptWithin = 5, Minutes = 60,
                Title = $"{year}年政务公开工作要点", RequestId = "demo-plan-draft",
            },
            officer, cancellationToken: ct);
        var notice = drafted.Notice;
        Story.Say($"原文(繁体网页):[bold]{notice.Title}[/],{notice.Number},{notice.Date};主送 {notice.Addressees} [grey]/ the notice as published[/]");
        Tell(drafted);
        var open = drafted.Names.Where(n => n.Way == ResolvedBody.Types.Way.Open).ToList();
        Story.Say($"{notice.Items.Count} 个条目、{notice.Facts.Count} 项事实 → [bold]{drafted.Content.Points.Count}[/] 条、{drafted.Content.Points.Sum(p => p.Measures.Count)} 项要求;单位名称 {drafted.Names.Count} 个,认出 {drafted.Names.Count - open.Count} 个,其余待指定:{string.Join("、", open.Take(MostBodies).Select(n => n.Name))}等 [grey]/ items, facts, clauses, names[/]");
        if (open.Count > 0)
            await Choose(stage, issuer, open[0].Name, officer, ct);
        Story.Say($"按 {year} 年起草;所作判断和未列入的内容共 {drafted.Notes.Count} 处,逐条说明,例如: [grey]/ what was decided or left out is told[/]");
        foreach (var note in drafted.Notes.DistinctBy(n => n.Code).Take(MostNotes))
            Story.Say($"  [yellow]{note.Code}[/] {note.Where} {Short(note.Text)}");
        return drafted;
    }

    private static void Tell(NoticeDraft drafted)
    {
        var tree = new Tree("[bold]条目 / 要求 / 单位[/] [grey]clauses, measures, bodies[/]");
        var branches = new Dictionary<string, IHasTreeNodes>();
        foreach (var point in drafted.Content.Points)
        {
            IHasTreeNodes at = tree;
            for (var end = point.Clause.IndexOf('/', StringComparison.Ordinal); end > 0; end = point.Clause.IndexOf('/', end + 1))
            {
                var path = point.Clause[..end];
                if (!branches.TryGetValue(path, out var branch))
                    branches[path] = branch = at.AddNode($"[bold]{$"{path} {drafted.Notice.Items.FirstOrDefault(i => i.Path == path)?.Heading}".EscapeMarkup()}[/]");
                at = branch;
            }
            branches[point.Clause] = at.AddNode(
                $"{$"{point.Clause} {point.Title}".EscapeMarkup()} [green]{string.Join(";", point.MeasuresInWords).EscapeMarkup()}[/] [grey]{Bodies(point).EscapeMarkup()}[/]");
        }
        AnsiConsole.Write(tree);
    }

    private static string Bodies(V1.WorkPoint point)
    {
        var named = point.Bodies.Take(MostBodies).Select(b => b.Part == NamedBody.Types.Part.Lead ? $"{b.Name}(牵头)" : b.Name).ToList();
        if (point.Bodies.Count > MostBodies)
            named.Add($"等{point.Bodies.Count}个");
        if (point.Receivers.Count > 0)
            named.Add($"→{string.Join("、", point.Receivers.Select(InWords))}");
        return string.Join("、", named);
    }

    private static string InWords(string choice) => choice switch
    {
        "tier city territory" => "各市政府",
        "tier county territory" => "各区县政府",
        "tier township territory" => "各乡镇政府",
        "tier province agency" => "本级各部门",
        _ => choice.Replace("units ", "", StringComparison.Ordinal),
    };

    private static async Task Choose(Stage stage, UnitId issuer, string name, Grpc.Core.Metadata officer, CancellationToken ct)
    {
        var choice = new ChooseBodyNameRequest { Unit = issuer.Value, Name = name, Units = { issuer.Value }, RequestId = "demo-name" };
        var names = await stage.Notices.ChooseBodyNameAsync(choice, officer, cancellationToken: ct);
        Story.Say($"经办人指定“{name}”由 {stage.NameOf(issuer)} 本级承担:填入草稿 {string.Join("、", names.Filled)},以后的通知照此;还有 {names.Open.Count} 个名称待指定 [grey]/ a choice is remembered[/]");
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

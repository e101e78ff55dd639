using System.Collections.Immutable;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>Entries as a workbook: one sheet for each kind, Chinese headings. A template has one sample row; both can be imported.</summary>
public static class CatalogWorkbook
{
    /// <summary>Most entries that one workbook takes.</summary>
    public const int MostEntries = 100_000;

    private const string Guide = "填写说明";
    private const string Choices = "选项";
    private static readonly string[] Technical = ["id", "body", "attachments", "links"];

    /// <summary>Writes a workbook.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="title">Title.</param>
    /// <param name="entries">At most <see cref="MostEntries"/>.</param>
    public static void Write(Stream to, string title, IReadOnlyList<CatalogEntry> entries) =>
        Write(to, title, entries.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.AsEnumerable())), everything: true);

    /// <summary>Writes a template for some kinds.</summary>
    public static void Template(Stream to, string title, IEnumerable<EntryKind> kinds) => Write(to, title, kinds.Select(k => (k, Enumerable.Repeat(EntrySamples.Of(k), 1))), everything: false);

    /// <summary>Columns that a kind needs first.</summary>
    internal static ImmutableArray<string> Needed(EntryKind kind) => kind switch
    {
        EntryKind.Matter => ["title", .. EntryFields.NeededOfMatters, "disclosure"],
        EntryKind.ListItem => ["title", EntryFields.List, "disclosure"],
        EntryKind.Document => ["title", EntryFields.FormedOn, "disclosure"],
        EntryKind.Interpretation => ["title", "links", "disclosure"],
        _ => ["title", "disclosure"],
    };

    private static void Write(Stream to, string title, IEnumerable<(EntryKind Kind, IEnumerable<CatalogEntry> Entries)> kinds, bool everything)
    {
        var parts = kinds.ToList();
        WorkbookPackage.Write(
            to, title, DocumentStatus.Template,
            [.. parts.Select(p => new Sheet(p.Kind.Zh(), sheet => Table(sheet, p.Kind, p.Entries, everything))), new Sheet(Guide, Explain), new Sheet(Choices, Choose)], () => []);
    }

    private static void Table(SheetWriter sheet, EntryKind kind, IEnumerable<CatalogEntry> entries, bool everything)
    {
        var needed = Needed(kind);
        List<EntryColumn> columns =
        [
            .. needed.Select(n => EntryTable.Columns.First(c => c.Id == n)),
            .. EntryTable.Columns.Where(c => c.Id != "kind" && !needed.Contains(c.Id) && !Technical.Contains(c.Id)),
            .. EntryTable.Columns.Where(c => c.Id != "kind" && !needed.Contains(c.Id) && Technical.Contains(c.Id) && (everything || c.Id is "id" or "links")),
        ];
        sheet.Begin(new SheetSetup([.. columns.Select(c => Width(c.Id))], FrozenRows: 1, FrozenColumns: 1, Landscape: true, Protected: false, FitWidth: false));
        sheet.Row(1, 36);
        for (var i = 0; i < columns.Count; i++)
            sheet.Write(i + 1, columns[i].Zh + (needed.Contains(columns[i].Id) ? "*" : ""), SheetStyle.Heading);
        var row = 1;
        foreach (var entry in entries)
        {
            sheet.Row(++row);
            for (var i = 0; i < columns.Count; i++)
            {
                if (EntryTable.Cell(entry, columns[i].Id) is { Length: > 0 } text)
                    sheet.Write(i + 1, text, SheetStyle.Prose);
            }
        }
    }

    private static double Width(string column) => column switch
    {
        "title" or EntryFields.Content or EntryFields.Basis or "summary" => 40,
        EntryFields.Limit or EntryFields.Agency or EntryFields.Channels or "url" or "links" or "attachments" => 26,
        _ => 14,
    };

    private static void Explain(SheetWriter sheet)
    {
        sheet.Begin(new SheetSetup([20, 90], FrozenRows: 1, Protected: false));
        sheet.Row(1, 24);
        sheet.Write(1, "栏目", SheetStyle.Heading);
        sheet.Write(2, "怎样填写", SheetStyle.Heading);
        var row = 1;
        foreach (var (name, text) in EntrySamples.Notes)
        {
            sheet.Row(++row, 30);
            sheet.Write(1, name, SheetStyle.Prose);
            sheet.Write(2, text, SheetStyle.Prose);
        }
    }

    private static void Choose(SheetWriter sheet)
    {
        IReadOnlyList<(string Name, string[] Words)> lists =
        [
            ("类型", [.. Enum.GetValues<EntryKind>().Select(k => k.Zh())]), ("公开属性", [.. Enum.GetValues<DisclosureAttribute>().Where(a => a is DisclosureAttribute.Proactive or DisclosureAttribute.OnRequest).Select(a => a.Zh())]),
            ("时效", [.. Enum.GetValues<ValidityState>().Select(s => s.Zh())]), ("关联", [.. Enum.GetValues<LinkRelation>().Select(r => r.Zh())]),
            ("公开时限(例)", ["信息形成或者变更之日起20个工作日内", "实时", "每月", "每季度", "每年", "长期公开"]),
        ];
        sheet.Begin(new SheetSetup([.. lists.Select(_ => 24.0)], FrozenRows: 1, Protected: false));
        sheet.Row(1, 24);
        for (var i = 0; i < lists.Count; i++)
            sheet.Write(i + 1, lists[i].Name, SheetStyle.Heading);
        for (var row = 0; row < lists.Max(l => l.Words.Length); row++)
        {
            sheet.Row(row + 2);
            for (var i = 0; i < lists.Count; i++)
            {
                if (row < lists[i].Words.Length)
                    sheet.Write(i + 1, lists[i].Words[row], SheetStyle.Prose);
            }
        }
    }
}

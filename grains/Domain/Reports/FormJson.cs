using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// Forms written as data: one JSON file each, see docs/guides/add-a-form.md. Reading runs to the first fault and names file and place.
/// </summary>
public static class FormJson
{
    private const string Folder = "forms/";

    /// <summary>The forms that are built in, by file name.</summary>
    /// <exception cref="FormatException">A file is faulty, or its name is not its form's id with <c>.json</c>.</exception>
    public static IEnumerable<ReportForm> Embedded()
    {
        var room = typeof(FormJson).Assembly;
        foreach (var name in room.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var form = Read(name[Folder.Length..], TextOf(room, name));
            yield return name == $"{Folder}{form.Id}.json" ? form : throw new FormatException($"{name[Folder.Length..]}: the form in it is {form.Id}");
        }
    }

    /// <summary>Reads a form.</summary>
    /// <param name="file">Name of the file, for faults.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="FormatException">What is wrong, with file and place: <c>x.json: sums[0].of[3]: there is no cell t1.a.b</c>.</exception>
    public static ReportForm Read(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(new FormNode(file, "", json.RootElement));
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}: line {e.LineNumber + 1}: this is no JSON", e);
        }
    }

    private static ReportForm Read(FormNode root)
    {
        root.With("id", "title", "titleEn", "basis", "periods", "sections", "lists", "sums", "balances", "continuity", "headlines");
        var form = new FormBuilder();
        foreach (var section in root["sections"].Elements())
            ReadSection(section, form);
        var lists = new FormLists();
        if (root.Has("lists"))
        {
            foreach (var list in root["lists"].Json.EnumerateObject())
                root["lists"].Try(() => { lists.Add(root["lists"][list.Name], list.Name); return true; });
        }
        foreach (var sum in root.List("sums"))
        {
            foreach (var (cell, bound) in lists.Bind(sum.With("cell", "of")["cell"]))
                sum.Try(() => form.Sum(cell, lists.Cells(sum["of"], bound)));
        }
        foreach (var balance in root.List("balances"))
        {
            foreach (var (where, bound) in lists.Bind(balance.With("rule", "where", "left", "right")["where"]))
                balance.Try(() => form.MustBalance(RuleOf(balance["rule"]), where, lists.Cells(balance["left"], bound), lists.Cells(balance["right"], bound)));
        }
        foreach (var follows in root.List("continuity"))
        {
            foreach (var (where, bound) in lists.Bind(follows.With("rule", "where", "now", "before")["where"]))
                follows.Try(() => form.MustFollow(RuleOf(follows["rule"]), where, lists.Cells(follows["now"], bound), lists.Cells(follows["before"], bound)));
        }
        foreach (var headline in root.List("headlines"))
        {
            headline.With("id", "label", "labelEn", "cells").Try(() => form.Headline(
                headline.Text("id"), headline.Text("label"), headline.Text("labelEn"), lists.Cells(headline["cells"], ImmutableDictionary<string, string>.Empty)));
        }
        var periods = root["periods"].With("kind", "since");
        return root.Try(() => form.Build(
            Id(root["id"], '-'), root.Text("title"), root.Text("titleEn"), root.Text("basis"), KindOf(periods["kind"]), periods["since"].AsNumber(2000, 2999)));
    }

    private static void ReadSection(FormNode section, FormBuilder form)
    {
        section.With("number", "title", "titleEn", "mustCover", "table", "blocks");
        var (number, title, titleEn) = (section.Text("number"), section.Text("title"), section.Text("titleEn"));
        if (!section.Has("table"))
        {
            form.Prose(number, title, titleEn, section.List("mustCover").Select(c => c.AsText()));
            return;
        }
        section.Try(() => form.Table(Id(section["table"], '_'), number, title, titleEn));
        foreach (var block in section["blocks"].Elements())
        {
            block.With("heading", "over", "corner", "oneLine", "rows", "columns");
            FormText? Words(string name) => block.Has(name) ? new(block[name].With("label", "labelEn").Text("label"), block[name].Text("labelEn")) : null;
            block.Try(() => form.Block(new([.. block["rows"].Elements().Select(ReadLine)], [.. block["columns"].Elements().Select(ReadLine)])
            {
                Heading = Words("heading"), Over = Words("over"), Corner = Words("corner"), OneLine = block.Flag("oneLine"),
            }));
        }
    }

    private static FormLine ReadLine(FormNode line)
    {
        line.With("id", "label", "labelEn", "kind", "change", "stock", "quarters");
        return line.Try(() => FormLine.Of(Id(line["id"], '_'), line.Text("label"), line.Text("labelEn"))) with
        {
            Kind = !line.Has("kind") ? CellKind.Count : line.Text("kind") switch
            {
                "count" => CellKind.Count,
                "amount" => CellKind.Amount,
                var other => throw line["kind"].Fault($"'{other}' is no kind; it is count or amount"),
            },
            IsChange = line.Flag("change"),
            Stock = line.Flag("stock"),
            Quarters = [.. line.List("quarters").Select(q => q.AsNumber(1, 4)).Distinct().Order()],
        };
    }

    private static Rule RuleOf(FormNode code) =>
        ReportRules.All.FirstOrDefault(r => r.Code == code.AsText()) ?? throw code.Fault($"there is no rule {code.AsText()}");

    private static PeriodKind KindOf(FormNode kind) => kind.AsText() switch
    {
        "annual" => PeriodKind.Annual,
        "quarter" => PeriodKind.Quarter,
        "special" => PeriodKind.Special,
        var other => throw kind.Fault($"'{other}' is no kind of period; it is annual, quarter or special"),
    };

    private static string Id(FormNode id, char between) =>
        char.IsAsciiLetterLower(id.AsText()[0]) && id.AsText().All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == between)
            ? id.AsText()
            : throw id.Fault($"'{id.AsText()}' is no id; it begins with a letter and has lower-case letters, digits and '{between}'");

    private static string TextOf(Assembly room, string name)
    {
        using var reader = new StreamReader(room.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

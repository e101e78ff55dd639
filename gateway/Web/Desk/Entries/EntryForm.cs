using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Entries;

/// <summary>An entry as it is typed into its form, with the files that came along.</summary>
internal static class EntryForm
{
    private const string Field = "f-";

    /// <summary>Reads a form on what was written before.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="form">As sent.</param>
    /// <param name="before">What was written before; null: nothing.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static async Task<(CatalogEntry Entry, ImmutableArray<ContentPart> Contents)> Read(EntryId id, IFormCollection form, CatalogEntry? before, List<Finding> findings)
    {
        var contents = ImmutableArray.CreateBuilder<ContentPart>();
        var body = form["body"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        Digest? hash = null;
        if (body.Trim().Length > 0)
        {
            ImmutableArray<byte> bytes = [.. Encoding.UTF8.GetBytes(body)];
            hash = Digest.Of(bytes.AsSpan());
            contents.Add(new ContentPart("text/plain; charset=utf-8", bytes));
        }
        var gone = form["remove"].ToHashSet();
        var files = (before?.Attachments ?? []).Where(a => !gone.Contains(a.Hash.ToString())).ToList();
        foreach (var file in form.Files.Where(f => f.Name == "file" && f.Length > 0))
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory);
            ImmutableArray<byte> bytes = [.. memory.ToArray()];
            var type = string.IsNullOrEmpty(file.ContentType) ? "application/octet-stream" : file.ContentType;
            files.Add(new Attachment(Path.GetFileName(file.FileName), type, file.Length, Digest.Of(bytes.AsSpan())));
            contents.Add(new ContentPart(type, bytes));
        }
        var entry = new CatalogEntry(
            id, CatalogWords.KindOf(form["kind"].ToString()) ?? before?.Kind ?? EntryKind.Document, form["title"].ToString().Trim(), Fields(form, before),
            new Disclosure(CatalogWords.AttributeOf(form["disclosure"].ToString()) ?? DisclosureAttribute.Unset, form["reason"].ToString().Trim(), form["reasonBasis"].ToString().Trim()),
            new Validity(CatalogWords.StateOf(form["validity"].ToString()) ?? ValidityState.InForce, EntryFields.Day(form["validitySince"].ToString())), Links(form, findings), hash, [.. files]);
        return (entry, contents.ToImmutable());
    }

    /// <summary>An id for a new entry: the day and what cannot be guessed.</summary>
    public static string NewId(DateOnly today) => $"{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    // Fields that the form does not ask for stay as they were.
    private static ImmutableSortedDictionary<string, string> Fields(IFormCollection form, CatalogEntry? before)
    {
        var fields = (before?.Fields ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)).ToBuilder();
        foreach (var (name, value) in form.Where(f => f.Key.StartsWith(Field, StringComparison.Ordinal) && EntryFields.Find(f.Key[Field.Length..]) is not null))
        {
            if (value.ToString().Trim() is { Length: > 0 } text)
                fields[name[Field.Length..]] = text;
            else
                fields.Remove(name[Field.Length..]);
        }
        return fields.ToImmutable();
    }

    private static ImmutableArray<EntryLink> Links(IFormCollection form, List<Finding> findings)
    {
        var links = ImmutableArray.CreateBuilder<EntryLink>();
        var (relations, catalogs, entries) = (form["link-relation"], form["link-catalog"], form["link-entry"]);
        for (var i = 0; i < entries.Count; i++)
        {
            var text = entries[i]?.Trim() ?? "";
            if (text.Length == 0)
                continue;
            UnitId? catalog = null;
            if (!EntryId.TryParse(text, out var id))
                findings.Add(CatalogRules.BadId.At("links", $"条目编号“{text}”写法不对", $"'{text}' is no entry id"));
            if (i < catalogs.Count && catalogs[i]?.Trim() is { Length: > 0 } unit && !UnitId.TryParse(unit, out catalog))
                findings.Add(DivisionRules.BadCode.At("links"));
            if (id is not null)
                links.Add(new EntryLink(CatalogWords.RelationOf(i < relations.Count ? relations[i] ?? "" : "") ?? LinkRelation.Related, catalog, id));
        }
        return links.ToImmutable();
    }
}
